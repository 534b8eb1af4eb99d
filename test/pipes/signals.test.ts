import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { landed, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

let shell: Shell;
let server: ScriptedServer;

/** A small file comes, then a big one that stops in its middle. */
beforeEach(async () => {
  shell = new Shell();
  server = shell.own(
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
});

afterEach(() => shell[Symbol.asyncDispose]());

/** Until the small file is there and the big one is in its middle. */
async function inTheMiddle(buffer: string): Promise<void> {
  for (;;) {
    const names = landed(buffer);
    if (names.includes("s/a.txt") && names.some((name) => name.endsWith(".fh-part"))) return;
    await wait(5);
  }
}

const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

describe.each(["SIGINT", "SIGTERM"] as const)("%s in the middle of a big download", (signal) => {
  it.each([
    ["the pipe", "ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report"],
    ["ftp-harvest", "ftp-harvest cfg.yaml"],
  ])("%s: what is done is reported, and nothing unfinished is left", async (_, pipe) => {
    const running = shell.start(pipe);
    await inTheMiddle(shell.buffer);
    running.signal(signal);
    const ran = await running.ended;
    expect(ran.codes.at(-1)).toBe(ENDED_BY[signal]);
    expect(ran.code).toBe(ENDED_BY[signal]);
    expect(resultsOf(ran.stdout)).toEqual({ s: [1, 1, `${shell.buffer}/s`, [["a.txt", 5]]] });
    expect(landed(shell.buffer)).toEqual(["s/a.txt"]);
    expect(server.connected).toBe(0);
    expect(ran.stderr).not.toMatch(/killed|damaged/);
  });
});

describe("a second signal", () => {
  it("ends at once a command that waits for those before it", async () => {
    // The shell holds the writing end: the report would wait for ever.
    const running = shell.start("mkfifo in; exec 3<>in; ftp-report < in");
    const again = setInterval(() => running.signal("SIGINT"), 200);
    const ran = await running.ended.finally(() => clearInterval(again));
    expect(ran).toMatchObject({ codes: [130], stdout: "" });
  });
});

describe("a signal in the middle of a listing, such as a terminal that is lost", () => {
  it("ends it as incomplete: result 1, and the servers that it had not come to are in the report", async () => {
    const silent = shell.own(await startScriptedServer({ on: { MLSD: (session) => session.gone() } }));
    const keys = { user: "u", password: "p" };
    shell.configure({
      silent: { host: silent.host, port: silent.port, ...keys },
      later: { host: server.host, port: server.port, ...keys },
    });
    const running = shell.start("ftp-list cfg.yaml --servers 1 | ftp-fetch | ftp-report");
    while (!silent.lines().some((line) => line.startsWith("MLSD"))) await wait(5);
    running.signal("SIGHUP");
    const ran = await running.ended;
    expect(ran.codes).toEqual([129, 129, 129]);
    const results = resultsOf(ran.stdout);
    expect([results["silent"]?.[0], results["later"]?.[0]]).toEqual([1, 1]);
  });
});
