import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { thisProcess } from "../../src/records/processIdentity.ts";
import { exclusively } from "../../src/sink/mutex.ts";

let folder: string;
let mutex: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fh-mutex-"));
  mutex = join(folder, "m");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a mutex", () => {
  it("is there while the work is done, and gone after it, also if that fails", () => {
    expect(exclusively(mutex, () => readdirSync(folder))).toEqual({ had: true, value: ["m"] });
    expect(() =>
      exclusively(mutex, () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps others out and names its owner", () => {
    const inner = exclusively(mutex, () => exclusively(mutex, () => "never"));
    expect(inner).toMatchObject({ had: true, value: { had: false, owner: thisProcess() } });
  });

  it("may be a file where there are no links", () => {
    writeFileSync(mutex, JSON.stringify(thisProcess()));
    expect(exclusively(mutex, () => "never")).toMatchObject({ had: false, owner: thisProcess() });
    writeFileSync(mutex, JSON.stringify({ ...thisProcess(), start: "1" }));
    expect(exclusively(mutex, () => "done")).toMatchObject({ had: true, value: "done" });
  });

  it.each(["", "{", "null", "{}"])("of an owner written as %j is not touched", (text) => {
    writeFileSync(mutex, text);
    expect(exclusively(mutex, () => "never")).toEqual({ had: false, owner: undefined });
    expect(existsSync(mutex)).toBe(true);
  });

  it("is not taken away from whoever owns it now, by a process that owned it before", () => {
    const another = JSON.stringify({ ...thisProcess(), id: "another" });
    exclusively(mutex, () => {
      rmSync(mutex);
      symlinkSync(another, mutex);
    });
    expect(exclusively(mutex, () => "never")).toMatchObject({ had: false });
  });

  it("lets one process at a time through, however many die in the middle", async () => {
    const counter = join(folder, "counter");
    writeFileSync(counter, "0");
    const script = new URL("mutexContender.ts", import.meta.url).pathname;
    const args = ["--import", "tsx", script, mutex, counter, "150"];
    const children = Array.from({ length: 4 }, () => spawn(process.execPath, args, { stdio: "inherit" }));
    const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(counter, "utf8")).toBe("600");
  });
});
