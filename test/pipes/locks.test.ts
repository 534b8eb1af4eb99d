import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { landed, resultsOf, whole } from "./results.ts";
import { Shell } from "./shell.ts";

let shell: Shell;
let server: ScriptedServer;
let goOn: () => void;

/** The first download waits until the test lets it go on. */
beforeEach(async () => {
  shell = new Shell();
  const gone = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  server = shell.own(
    await startScriptedServer({
      files: { "/a.txt": "content" },
      on: {
        RETR: async (session) => {
          if (session.count() === 1) await gone;
          await session.proceed();
        },
      },
    }),
  );
  shell.configure({ s: { host: server.host, port: server.port, user: "u", password: "p" } });
});

afterEach(() => shell[Symbol.asyncDispose]());

async function downloadBegun(): Promise<void> {
  while (!server.lines().some((line) => line.startsWith("RETR"))) await wait(5);
}

const FIRST = "ftp-list cfg.yaml | ftp-fetch | ftp-report";

describe("two runs at once on one buffer", () => {
  it("two runs into one folder don't fight", async () => {
    const first = shell.start(FIRST);
    await downloadBegun();
    const second = await shell.run("ftp-harvest cfg.yaml --format table");
    expect(second.code).toBe(1);
    expect(second.stdout).toMatch(/locked: s: the run \S+ works on its folder: process \d+ on this host, since /);
    expect(second.stdout).toContain("wait for it to end, or give --wait-lock");
    goOn();
    const ran = await first.ended;
    expect(resultsOf(ran.stdout)).toEqual({ s: whole(shell, "s", { "a.txt": 7 }) });
    expect(ran.code).toBe(0);
    expect(landed(shell.buffer)).toEqual(["s/a.txt"]);
  });

  it("the second waits as long as --wait-lock says", async () => {
    const first = shell.start(FIRST);
    await downloadBegun();
    const second = shell.start("ftp-list cfg.yaml | ftp-fetch --wait-lock 1m | ftp-report --with-unchanged");
    while (server.lines().filter((line) => line.startsWith("MLSD")).length < 2) await wait(5);
    goOn();
    expect((await first.ended).code).toBe(0);
    const ran = await second.ended;
    expect(resultsOf(ran.stdout)).toEqual({ s: whole(shell, "s", { "a.txt": 7 }) });
    expect(ran.code).toBe(0);
  });

  it("gives up with `locked` when the wait is over", async () => {
    const first = shell.start(FIRST);
    await downloadBegun();
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch --wait-lock 100ms | ftp-report --format csv");
    expect(ran.stdout).toBe("server,result,name,size,status,code\ns,1,a.txt,7,failed,locked\n");
    expect(ran.stderr).toMatch(
      /^ftp-fetch: s waits: the run \S+ works on its folder: process \d+ on this host, since .*\n$/,
    );
    goOn();
    expect((await first.ended).code).toBe(0);
  });

  it("the processes of one run share it", async () => {
    goOn();
    const ran = await shell.run(
      "ftp-list cfg.yaml > l.ndjson; ftp-fetch < l.ndjson > f1 & ftp-fetch < l.ndjson > f2; wait; cat f1 f2 | ftp-report",
    );
    expect(resultsOf(ran.stdout)).toEqual({ s: whole(shell, "s", { "a.txt": 7 }) });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
  });
});
