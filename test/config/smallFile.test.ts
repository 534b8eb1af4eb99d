import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { readSmallFile, UnreadableFile } from "../../src/config/smallFile.ts";
import { configFolder } from "./configFolder.ts";

describe("a small file", () => {
  it("is read to its end", () => {
    const path = configFolder({ a: "x".repeat(200_000) });
    expect(readSmallFile(path("a"), 200_000).toString()).toBe("x".repeat(200_000));
  });

  it("must not have more than it may", () => {
    const path = configFolder({ a: "x".repeat(200_000) });
    expect(() => readSmallFile(path("a"), 199_999)).toThrow(new UnreadableFile("it has more than 199999 bytes"));
  });

  it("may be a pipe whose writer is slow", async () => {
    const path = configFolder({});
    execFileSync("mkfifo", [path("pipe")]);
    const writer = spawn("sh", [
      "-c",
      `exec > "$1"; echo open >&2; sleep 0.3; echo a; sleep 0.3; echo b`,
      "sh",
      path("pipe"),
    ]);
    // Two ends open each other: this one is for the shell alone.
    const reader = spawn("sh", ["-c", `exec < "$1"; exec sleep 5`, "sh", path("pipe")], {
      stdio: "ignore",
    });
    await once(writer.stderr, "data");
    expect(readSmallFile(path("pipe"), 100).toString()).toBe("a\nb\n");
    reader.kill();
    await once(reader, "close");
  });

  it("is empty where it is a pipe that nobody writes, and nobody waits", () => {
    const path = configFolder({});
    execFileSync("mkfifo", [path("pipe")]);
    expect(readSmallFile(path("pipe"), 100)).toHaveLength(0);
  });
});
