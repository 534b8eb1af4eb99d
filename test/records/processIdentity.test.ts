import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { lives, thisProcess } from "../../src/records/processIdentity.ts";
import { PATIENCE } from "../patience.ts";

const MODULE = new URL("../../src/records/processIdentity.ts", import.meta.url).pathname;

describe("the identity of a process", () => {
  it("names this process and stays the same", () => {
    expect(thisProcess().pid).toBe(process.pid);
    expect(thisProcess()).toEqual(thisProcess());
    expect(lives(thisProcess())).toBe("alive");
  });

  it("survives JSON", () => {
    expect(lives(JSON.parse(JSON.stringify(thisProcess())))).toBe("alive");
  });

  it("takes another process that runs for alive, and for gone once it has ended", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "-e", SAY_WHO, MODULE], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [said] = await once(child.stdout, "data");
    const identity = JSON.parse(String(said));
    expect(identity.pid).toBe(child.pid);
    expect(lives(identity)).toBe("alive");
    child.stdin.end();
    await once(child, "exit");
    expect(lives(identity)).toBe("gone");
  });

  it("takes a process of which only the zombie is left for gone", async () => {
    // The shell starts a child and becomes `cat`, which never asks how the child ended. What `cat` gives back says that it is there.
    const parent = spawn("sh", ["-c", "sleep 600 & echo $!; exec cat"], { stdio: ["pipe", "pipe", "inherit"] });
    const [said] = await once(parent.stdout, "data");
    const pid = Number(String(said));
    parent.stdin.write("are you there?");
    await once(parent.stdout, "data");
    try {
      const identity = { ...thisProcess(), pid, start: "" };
      expect(lives(identity)).toBe("alive");
      process.kill(pid, "SIGKILL");
      await expect.poll(() => lives(identity), PATIENCE).toBe("gone");
    } finally {
      process.kill(pid, "SIGKILL");
      parent.stdin.end();
      await once(parent, "exit");
    }
  });

  it("is not fooled by a pid that was given to a later process", () => {
    expect(lives({ ...thisProcess(), start: "1" })).toBe("gone");
    expect(lives({ ...thisProcess(), pid: process.ppid, start: "1" })).toBe("gone");
  });

  it("goes by the pid alone where the start is not known", () => {
    expect(lives({ ...thisProcess(), pid: process.ppid, start: "" })).toBe("alive");
  });

  it("takes processes of an earlier boot for gone", () => {
    expect(lives({ ...thisProcess(), boot: "00000000-0000-0000-0000-000000000000" })).toBe("gone");
  });

  it("can't tell of other hosts", () => {
    expect(lives({ ...thisProcess(), host: "another.example" })).toBe("elsewhere");
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 31 - 1])("takes the impossible pid %s for gone", (pid) => {
    expect(lives({ ...thisProcess(), pid })).toBe("gone");
  });
});

const SAY_WHO = `
  import(process.argv[1]).then(({ thisProcess }) => console.log(JSON.stringify(thisProcess())));
  process.stdin.resume();
`;
