import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { PATIENCE } from "../patience.ts";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { landed, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";
import { watched } from "./watched.ts";

/** A small file comes, then a big one that stops in its middle. */
async function stuckServer(shell: Shell): Promise<ScriptedServer> {
  const server = shell.own(
    await startScriptedServer({
      files: { "/a.txt": "small", "/b.bin": "x".repeat(100_000) },
      on: {
        RETR: async (session, name) => {
          if (!name.endsWith("b.bin")) return session.proceed();
          const data = await session.openData();
          session.reply("150 Here it comes.");
          await data.send("x".repeat(50_000));
          await session.gone();
        },
      },
    }),
  );
  shell.configure({ s: { host: server.host, port: server.port, user: "u", password: "p" } }, { timeout: "60s" });
  return server;
}

/** Until the small file is there and the big one is in its middle. */
async function inTheMiddle({ buffer }: Shell): Promise<void> {
  for (;;) {
    const names = landed(buffer);
    if (names.includes("s/a.txt") && names.some((name) => name.endsWith(".fh-part"))) return;
    await wait(5);
  }
}

/** The result set of a harvest that got the small file only. */
function smallOnly(shell: Shell) {
  return { s: [1, 1, `${shell.buffer}/s`, [["a.txt", 5]]] };
}

/** What is kept of the big file for the next run has a name of its own; the lock is given back. */
function expectNothingUnfinished({ buffer }: Shell): void {
  expect(landed(buffer).filter((name) => !/\.fh-parts?$/.test(name))).toEqual(["s/a.txt"]);
}

const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

describe("a signal in the middle of a big download", () => {
  it("SIGINT and SIGTERM let the whole pipe wind down", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      for (const pipe of ["ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report", "ftp-harvest cfg.yaml"]) {
        await using shell = new Shell();
        const server = await stuckServer(shell);
        const running = shell.start(pipe);
        await inTheMiddle(shell);
        running.signal(signal);
        const ran = await running.ended;
        expect([ran.code, ran.codes.at(-1)]).toEqual([ENDED_BY[signal], ENDED_BY[signal]]);
        expect(resultsOf(ran.stdout)).toEqual(smallOnly(shell));
        expectNothingUnfinished(shell);
        await vi.waitUntil(() => server.connected === 0, PATIENCE);
        expect(ran.stderr).not.toMatch(/killed|damaged/);
      }
    }
  });

  it("SIGTERM to fetch alone does the same, and those behind it end with its code", async () => {
    await using shell = new Shell();
    const server = await stuckServer(shell);
    const running = shell.start(`ftp-list cfg.yaml | ${watched("ftp-fetch")} | ftp-report`);
    await inTheMiddle(shell);
    process.kill(Number(shell.read("ftp-fetch.pid")), "SIGTERM");
    const ran = await running.ended;
    expect(ran).toMatchObject({ codes: [0, 143, 143], stderr: "" });
    expect(resultsOf(ran.stdout)).toEqual(smallOnly(shell));
    expectNothingUnfinished(shell);
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
  });
});

/** A program that passes on some lines and then nothing more, as one does that gathers its output (`jq` without `--unbuffered`). */
function passesOn(lines: number): string {
  return `bash -c 'for ((n = 0; n < ${lines}; n++)); do read -r line; echo "$line"; done; : > passed; exec sleep 600'`;
}

describe("a foreign program behind fetch", () => {
  it("where a foreign program dies of the same Ctrl-C the report shows the totals and result 1", async () => {
    await using shell = new Shell();
    await stuckServer(shell);
    const running = shell.start("ftp-list cfg.yaml | ftp-fetch | tee f.ndjson | ftp-report --format table");
    await inTheMiddle(shell);
    while (!shell.has("f.ndjson") || !shell.read("f.ndjson").includes('"download"')) await wait(5);
    running.signal("SIGINT");
    const ran = await running.ended;
    expect(ran.codes.slice(1)).toEqual([130, 130, 130]);
    expect(ran.stdout).toMatch(/^s +FAILED +1 +5 B .*\n\ns\n {2}1 file not started\n/m);
    expectNothingUnfinished(shell);
  });

  it("what it had not passed on is not taken for filtered", async () => {
    await using shell = new Shell();
    await stuckServer(shell);
    // The server and its listing; nothing that tells of fetch.
    const running = shell.start(`ftp-list cfg.yaml | ftp-fetch | ${passesOn(2)} | ftp-report`);
    await inTheMiddle(shell);
    while (!shell.has("passed")) await wait(5);
    running.signal("SIGINT");
    const ran = await running.ended;
    expect(ran.code).toBe(130);
    expect(resultsOf(ran.stdout)["s"]?.[0]).toBe(1);
    expect(ran.stderr).not.toContain("filtered");
  });
});

it("a second signal ends at once", async () => {
  await using shell = new Shell();
  // The shell holds the writing end: the report would wait for ever.
  const running = shell.start("mkfifo in; exec 3<>in; ftp-report < in");
  const again = setInterval(() => running.signal("SIGINT"), 200);
  const ran = await running.ended.finally(() => clearInterval(again));
  expect(ran).toMatchObject({ codes: [130], stdout: "" });
});

describe("a signal in the middle of a listing, such as a terminal that is lost", () => {
  it("ends it as incomplete: result 1, and the servers that it had not come to are in the report", async () => {
    await using shell = new Shell();
    const silent = shell.own(await startScriptedServer({ on: { MLSD: (session) => session.gone() } }));
    const keys = { host: silent.host, port: silent.port, user: "u", password: "p" };
    shell.configure({ silent: keys, later: keys });
    const running = shell.start("ftp-list cfg.yaml --servers 1 | ftp-fetch | ftp-report");
    while (!silent.lines().some((line) => line.startsWith("MLSD"))) await wait(5);
    running.signal("SIGHUP");
    const ran = await running.ended;
    expect(ran.codes).toEqual([129, 129, 129]);
    const results = resultsOf(ran.stdout);
    expect([results["silent"]?.[0], results["later"]?.[0]]).toEqual([1, 1]);
  });

  it("has its exit code where the terminal is gone when the command ends", async () => {
    await using shell = new Shell();
    const silent = shell.own(await startScriptedServer({ on: { MLSD: (session) => session.gone() } }));
    shell.configure({ silent: { host: silent.host, port: silent.port, user: "u", password: "p" } });
    // The shell that leads the terminal's session dies with it; the one in it hears nothing and tells the code.
    shell.write("inner", "trap '' HUP; ftp-list cfg.yaml > listed; echo $? > code; mv code told");
    const running = shell.start(watched("script", "--quiet --command 'bash inner; true' /dev/null"));
    while (!silent.lines().some((line) => line.startsWith("MLSD"))) await wait(5);
    process.kill(Number(shell.read("script.pid")), "SIGKILL");
    await running.ended;
    while (!shell.has("told")) await wait(5);
    expect(shell.read("told")).toBe("129\n");
  });
});
