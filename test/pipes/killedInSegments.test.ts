import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { bytesOf } from "../servers/trees.ts";
import { recordsOf } from "./results.ts";
import { Shell } from "./shell.ts";
import { killWatched, watched } from "./watched.ts";

const MIB = 1024 * 1024;
const LARGE = bytesOf("in segments", 17 * MIB);

/** Each of the first transfers sends so much and stops there. Two of them at least come to something: the third may be overtaken. */
const SENT_bytes = 4.5 * MIB;
/** Noted of that, which happens every 4 MiB. */
const NOTED_bytes = 8 * MIB;
const STUCK = 3;

it("a file in segments is gone on with after kill -9 from what its sessions had", async () => {
  await using shell = new Shell();
  const server = shell.own(
    await startScriptedServer({
      files: { "/a.bin": LARGE },
      on: {
        RETR: async (session) => {
          if (session.count() > STUCK) return session.proceed();
          const from = session.restart;
          session.restart = 0;
          const data = await session.openData();
          session.reply("150 Here.");
          await data.send(LARGE.subarray(from, from + SENT_bytes));
          await session.gone();
        },
      },
    }),
  );
  const login = { host: server.host, port: server.port, user: "u", password: "p" };
  shell.configure({ s: { ...login, connections: STUCK, segments: STUCK } });
  const pipe = shell.start(`ftp-list cfg.yaml | ${watched("ftp-fetch")} | ftp-report`);
  while (notedIn(join(shell.buffer, "s")) < NOTED_bytes) await wait(5);
  await killWatched(shell, "ftp-fetch");
  await pipe.ended;
  const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch");
  const [download] = recordsOf(ran.stdout).filter(({ type }) => type === "download");
  expect(download).toMatchObject({ bytes: LARGE.length, attempts: 1 });
  expect(download?.["resumed_from"]).toBeGreaterThanOrEqual(NOTED_bytes);
  expect(readFileSync(join(shell.buffer, "s", "a.bin")).equals(LARGE)).toBe(true);
  expect(readdirSync(join(shell.buffer, "s"))).toEqual(["a.bin"]);
});

/** Bytes that are noted in the part file of a folder. */
function notedIn(folder: string): number {
  try {
    const [name = ""] = readdirSync(folder);
    const note = readFileSync(join(folder, name)).toString("latin1", LARGE.length);
    const sums = [...note.matchAll(/"ranges":\[(.*)\]\}/g)].map(([, ranges = ""]) =>
      [...ranges.matchAll(/\[(\d+),(\d+)\]/g)].reduce((sum, [, from, to]) => sum + Number(to) - Number(from), 0),
    );
    return Math.max(0, ...sums);
  } catch {
    return 0;
  }
}
