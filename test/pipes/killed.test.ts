import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { branch } from "./branch.ts";
import { landed, resultsOf, whole } from "./results.ts";
import { type Ran, Shell } from "./shell.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
});

afterEach(() => shell[Symbol.asyncDispose]());

const FOLDERS = 10;
/** What its answers take, so that a listing is in its middle for long. */
const SLOWNESS_MS = 40;

/** Two servers: one is listed quickly, the other has ten folders with a file each and is slow. */
async function slowServers(): Promise<ScriptedServer> {
  const files = Array.from({ length: FOLDERS }, (_, number) => [`/f${number}/day.csv`, `file ${number}`]);
  const slow = shell.own(
    await startScriptedServer({
      files: Object.fromEntries(files),
      on: {
        MLSD: async (session) => {
          await wait(SLOWNESS_MS);
          await session.proceed();
        },
      },
    }),
  );
  const keys = { host: slow.host, port: slow.port, user: "u", password: "p" };
  shell.configure({ quick: await branch(shell, { "/a.csv": "a" }), slow: keys });
  return slow;
}

/** Starts a command so that its process id is in a file before it begins. */
function watched(command: string): string {
  return `{ echo $BASHPID > ${command}.pid; exec ${command} "$@"; }`;
}

/** The nth of `count` moments of a listing, from before its first connection to its last folder. */
async function moment(server: ScriptedServer, nth: number, count: number): Promise<void> {
  const listings = () => server.lines().filter((line) => line.startsWith("MLSD")).length;
  const target = Math.round((nth / count) * FOLDERS);
  while (nth > 0 && listings() < target) await wait(2);
  await wait((nth * 7) % SLOWNESS_MS);
}

async function killWatched(command: string): Promise<void> {
  const file = shell.path(`${command}.pid`);
  for (;;) {
    const pid = Number(readOrEmpty(file));
    if (pid > 0) return void process.kill(pid, "SIGKILL");
    await wait(2);
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const KILLED = 137;

/** Nobody takes what came for the whole: exit 3, and the slow server is not in order. */
function expectCut(ran: Ran): void {
  expect(ran.codes.at(-1), ran.stderr).toBe(3);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toMatch(/was killed or its output is damaged|nothing came in/);
  const results = ran.stdout === "" ? {} : resultsOf(ran.stdout);
  expect(results["slow"]?.[0] ?? 1, ran.stdout).toBe(1);
  for (const name of landed(shell.buffer)) expect(name).not.toMatch(/fh-part|fh-lock/);
}

describe("a listing killed with -9", () => {
  const MOMENTS = 10;

  it.each([
    ["in a plain pipe", ""],
    ["behind grep", `grep '\\.csv"' |`],
  ])("at any moment is never taken for a whole one, %s", async (_, filter) => {
    const slow = await slowServers();
    for (let nth = 0; nth < MOMENTS; nth++) {
      for (const path of [shell.buffer, shell.state, shell.path("ftp-list.pid")])
        rmSync(path, { recursive: true, force: true });
      const before = slow.commands.length;
      const moments = { ...slow, lines: () => slow.lines().slice(before) };
      const pipe = shell.start(`set -- cfg.yaml; ${watched("ftp-list")} | ${filter} ftp-fetch | ftp-report`);
      await moment(moments, nth, MOMENTS);
      await killWatched("ftp-list");
      const ran = await pipe.ended;
      expect(ran.codes[0], `moment ${nth}`).toBe(KILLED);
      expectCut(ran);
    }
  });

  it("leaves the servers that it had not come to in the report, with result 1", async () => {
    const slow = await slowServers();
    const pipe = shell.start(`set -- cfg.yaml --servers 1; ${watched("ftp-list")} | ftp-fetch | ftp-report`);
    await moment(slow, 5, MOMENTS);
    await killWatched("ftp-list");
    const results = resultsOf((await pipe.ended).stdout);
    expect(results["quick"]).toEqual(whole(shell, "quick", { "a.csv": 1 }));
    expect(results["slow"]?.[0]).toBe(1);
  });

  it("is told to a person", async () => {
    const slow = await slowServers();
    const pipe = shell.start(`set -- cfg.yaml; ${watched("ftp-list")} | ftp-fetch | ftp-report --format table`);
    await moment(slow, 5, MOMENTS);
    await killWatched("ftp-list");
    const ran = await pipe.ended;
    expect(ran.stdout).toMatch(/^slow\n {2}was not listed to its end$/m);
    expect(ran.stderr).toMatch(/^ftp-fetch: list-\S+ was killed or its output is damaged: .*\n$/);
  });
});

describe("a fetch killed with -9", () => {
  it("ends the report with 3, and what it had fetched is counted", async () => {
    const big = shell.own(
      await startScriptedServer({
        files: { "/a.bin": "first", "/b.bin": "second" },
        on: {
          RETR: async (session, name) => {
            if (name.endsWith("b.bin")) await session.gone();
            else await session.proceed();
          },
        },
      }),
    );
    shell.configure({ big: { host: big.host, port: big.port, user: "u", password: "p" } });
    const pipe = shell.start(`set -- -j 1; ftp-list cfg.yaml | ${watched("ftp-fetch")} | ftp-report`);
    while (big.lines().filter((line) => line.startsWith("RETR")).length < 2) await wait(5);
    // Its records go out after 50 to 100 ms; a kill before loses them, and that is seen as well.
    await wait(300);
    await killWatched("ftp-fetch");
    const ran = await pipe.ended;
    expect(ran.codes.slice(1)).toEqual([KILLED, 3]);
    expect(resultsOf(ran.stdout)["big"]).toEqual([1, 1, `${shell.buffer}/big`, [["a.bin", 5]]]);
    expect(ran.stderr).toMatch(/^ftp-report: fetch-\S+ was killed/);
  });

  it("leaves part and lock behind, which the next run takes over", async () => {
    const files = { "/a.bin": "whole content" };
    const stuck = shell.own(
      await startScriptedServer({
        files,
        on: {
          RETR: async (session) => {
            if (session.count() > 1) return session.proceed();
            const data = await session.openData();
            session.reply("150 Here.");
            await data.send("whole");
            await session.gone();
          },
        },
      }),
    );
    shell.configure({ s: { host: stuck.host, port: stuck.port, user: "u", password: "p" } });
    const pipe = shell.start(`ftp-list cfg.yaml | ${watched("ftp-fetch")} | ftp-report`);
    while (!landed(shell.buffer).some((name) => name.endsWith(".fh-part"))) await wait(5);
    await killWatched("ftp-fetch");
    expect((await pipe.ended).code).toBe(3);
    expect(landed(shell.buffer)).toContain(".s.fh-lock");
    const again = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report");
    expect(resultsOf(again.stdout)).toEqual({ s: whole(shell, "s", { "a.bin": 13 }) });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(landed(shell.buffer)).toEqual(["s/a.bin"]);
  });
});

describe("input that is not as it was written", () => {
  const FILES = { "/a.csv": "a", "/b.csv": "bb", "/c.csv": "ccc" };

  beforeEach(async () => {
    shell.configure({ one: await branch(shell, FILES) });
    mkdirSync(shell.state);
  });

  it("none at all: exit 3, or 0 with --allow-empty", async () => {
    const fetch = await shell.run("ftp-fetch < /dev/null | ftp-report");
    expect(fetch.codes).toEqual([3, 3]);
    expect(fetch.stderr).toBe("ftp-fetch: nothing came in: did the command before this one start?\n");
    const report = await shell.run("ftp-report < /dev/null");
    expect(report).toMatchObject({ code: 3, stdout: "{}\n" });
    expect(await shell.run("ftp-fetch --allow-empty < /dev/null | ftp-report")).toMatchObject({
      codes: [0, 0],
      stderr: "",
    });
    expect(await shell.run("ftp-report --allow-empty < /dev/null")).toMatchObject({ code: 0, stdout: "{}\n" });
    expect((await shell.run("ftp-list < /dev/null > /dev/null")).code).toBe(3);
  });

  it("a damaged line in the middle: its number is told, exit 3, and the rest works", async () => {
    const ran = await shell.run(`ftp-list cfg.yaml | sed '3s/.*/{"type":"file",/' | ftp-fetch | ftp-report`);
    expect(ran.codes.slice(2)).toEqual([3, 3]);
    expect(ran.stderr).toMatch(/^ftp-fetch: line 3 of the input is damaged: /);
    expect(resultsOf(ran.stdout)["one"]?.[1]).toBe(2);
    expect(landed(shell.buffer)).toEqual(["one/a.csv", "one/c.csv"]);
  });

  it("a file that was cut, at any byte: exit 3", async () => {
    await shell.run("ftp-list cfg.yaml | ftp-fetch > f.ndjson");
    const bytes = shell.read("f.ndjson");
    const ends = [
      bytes.length - 1,
      bytes.length - 2,
      bytes.lastIndexOf("\n", bytes.length - 2),
      bytes.indexOf("\n") + 9,
    ];
    for (const end of ends) {
      writeFileSync(shell.path("cut.ndjson"), bytes.slice(0, end));
      const ran = await shell.run("ftp-report < cut.ndjson");
      expect(ran.code, `cut after ${end} of ${bytes.length} bytes`).toBe(3);
    }
  });

  it("a listing that was cut between two lines, without journals: the server has result 1", async () => {
    await shell.run("ftp-list cfg.yaml > l.ndjson; rm -r state; head -2 l.ndjson > cut.ndjson");
    const ran = await shell.run("ftp-fetch < cut.ndjson | ftp-report");
    expect(resultsOf(ran.stdout)["one"]?.slice(0, 2)).toEqual([0, 1]);
    expect(ran.stderr).toMatch(/left no sign of how it ended/);
  });

  it("records of strangers pass through fetch untouched", async () => {
    shell.write("strange.ndjson", '{"type":"weather","by":"me","degrees":3}\n{"type":"end"}\n');
    const ran = await shell.run("cat strange.ndjson | ftp-fetch | head -1");
    expect(ran.stdout).toBe('{"type":"weather","by":"me","degrees":3}\n');
  });

  it("a record whose configuration is gone: its file fails, and --config can stand for it", async () => {
    const record = {
      type: "file",
      server: "one",
      config: shell.path("gone.yaml"),
      path: "/a.csv",
      name: "a.csv",
      size: 1,
    };
    shell.write("l.ndjson", `${JSON.stringify(record)}\n`);
    const ran = await shell.run("ftp-fetch < l.ndjson | ftp-report --format csv");
    expect(ran.stdout).toBe("server,result,name,size,status,code\none,1,a.csv,1,failed,config\n");
    expect(ran.code).toBe(1);
    const mended = await shell.run("ftp-fetch --config cfg.yaml < l.ndjson | ftp-report");
    expect(resultsOf(mended.stdout)).toEqual({ one: whole(shell, "one", { "a.csv": 1 }) });
  });
});
