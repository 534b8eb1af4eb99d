import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { branch } from "./branch.ts";
import { landed, nothing, resultsOf, whole } from "./results.ts";
import { KILLED, type Ran, Shell } from "./shell.ts";
import { killWatched, watched } from "./watched.ts";

const FOLDERS = 10;
/** What each of a slow server's listings takes. */
const SLOWNESS_MS = 40;

/** A server that is listed quickly, then one with ten folders, a file in each, that is slow; it has a second name. */
async function slowServers(shell: Shell): Promise<ScriptedServer> {
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
  shell.configure({ quick: await branch(shell, { "/a.csv": "a" }), slow: keys, later: keys });
  return slow;
}

/** A moment of the listing of the slow server: from before its first connection to its last folder but one. */
async function moment(server: ScriptedServer, folder: number): Promise<void> {
  while (server.lines().filter((line) => line.startsWith("MLSD")).length < folder) await wait(2);
  await wait(Math.random() * SLOWNESS_MS);
}

/** Nobody takes what came for the whole: exit 3, and the slow server is not in order. */
function expectCut(ran: Ran): void {
  expect(ran.codes[0]).toBe(KILLED);
  expect(ran.codes.at(-1), ran.stderr).toBe(3);
  expect(ran.code).toBe(3);
  expect(ran.stderr).toMatch(/was killed or its output is damaged|nothing came in/);
  expect(resultsOf(ran.stdout)["slow"]?.[0] ?? 1, ran.stdout).toBe(1);
}

describe.concurrent("a listing killed with -9 is never taken for a whole one", () => {
  describe.each([
    ["in a plain pipe", ""],
    ["behind grep", `grep '\\.csv"' |`],
  ])("%s", (_, filter) => {
    it.each(Array.from({ length: FOLDERS }, (_, folder) => folder))("in folder %i", async (folder) => {
      await using shell = new Shell();
      const slow = await slowServers(shell);
      const pipe = shell.start(`${watched("ftp-list", "cfg.yaml")} | ${filter} ftp-fetch | ftp-report`);
      await moment(slow, folder);
      await killWatched(shell, "ftp-list");
      expectCut(await pipe.ended);
      expect(landed(shell.buffer).filter((name) => /fh-(part|lock)/.test(name))).toEqual([]);
    });
  });

  it("and the servers that it had not come to have result 1, of which a person is told", async () => {
    await using shell = new Shell();
    const slow = await slowServers(shell);
    const pipe = shell.start(
      `${watched("ftp-list", "--servers 1 cfg.yaml")} | ftp-fetch | tee f.ndjson | ftp-report --format table`,
    );
    await moment(slow, 5);
    await killWatched(shell, "ftp-list");
    const ran = await pipe.ended;
    for (const server of ["slow", "later"]) {
      expect(ran.stdout).toMatch(new RegExp(`^${server}\n {2}was not listed to its end$`, "m"));
    }
    expect(ran.stderr).toMatch(/^ftp-fetch: list-\S+ was killed or its output is damaged: .*\n$/);
    const results = resultsOf((await shell.run("ftp-report < f.ndjson")).stdout);
    expect(results["quick"]).toEqual(whole(shell, "quick", { "a.csv": 1 }));
    expect(results["later"]).toEqual(nothing(shell, "later"));
  });
});
