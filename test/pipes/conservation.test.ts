import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnyRecord } from "../../src/records/record.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { told } from "../stages/report/harvest.ts";
import { nothing, recordsOf, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

const FATES = {
  "old.txt": "unchanged",
  "new.txt": "fetched",
  "gone.txt": "failed",
  "denied.txt": "failed",
  "../unsafe": "failed",
  dangling: "skipped",
} as const;

let shell: Shell;

/** A server with a file for each fate; `old.txt` is here already. */
beforeEach(async () => {
  shell = new Shell();
  const file = (name: string) => `type=file;size=4;modify=20260102030405; ${name}`;
  const { dangling: _, ...files } = FATES;
  const server = shell.own(
    await startScriptedServer({
      files: { "/old.txt": "1234", "/new.txt": "5678" },
      mlsd: { "/": [...Object.keys(files).map(file), "type=OS.unix=slink:nowhere; dangling"] },
      on: {
        RETR: (session, name) => {
          if (name.includes("gone")) return session.reply("550 No such file.");
          return name.includes("denied") ? session.reply("550 Permission denied.") : session.proceed();
        },
      },
    }),
  );
  shell.configure({ s: { host: server.host, port: server.port, user: "u", password: "p" } });
  await shell.run("ftp-harvest cfg.yaml --include old.txt");
});

afterEach(() => shell[Symbol.asyncDispose]());

const OUTCOMES = new Set(["download", "failure", "skipped"]);

function fateOf({ type, status }: AnyRecord): unknown {
  if (type === "download") return status;
  return type === "failure" ? "failed" : "skipped";
}

describe("a server whose files have every fate", () => {
  it("every listed file ends in exactly one of fetched, unchanged, skipped or failed", async () => {
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | tee f.ndjson | ftp-report --format csv");
    const records = recordsOf(shell.read("f.ndjson"));
    const fates = records.filter(({ type }) => OUTCOMES.has(type)).map((one) => [one["name"], fateOf(one)]);
    // Neither one less nor one twice.
    expect(fates.sort()).toEqual(Object.entries(FATES).sort());
    // The listing itself said what became of the name and of the link: fetch was asked for the others.
    expect(records.find(({ type }) => type === "listed")).toMatchObject({ files: 4, complete: true });
    const sums = { asked: 4, fetched: 1, unchanged: 1, skipped: 0, failed: 2, not_started: 0 };
    expect(records.filter(({ type }) => type === "harvested")).toEqual([expect.objectContaining(sums)]);
    expect(ran.stdout.split("\n").slice(1, -1)).toEqual([
      "s,1,../unsafe,,failed,unsafe_name",
      "s,1,dangling,,skipped,",
      "s,1,denied.txt,4,failed,denied",
      "s,1,gone.txt,4,failed,not_found",
      "s,1,new.txt,4,fetched,",
    ]);
    expect(ran).toMatchObject({ code: 1, codes: [1, 1, 0, 1], stderr: "" });
  });

  it("the report is never better than the truth", async () => {
    // One failure is all that stands between this server and result 0.
    const ran = await shell.run(
      "ftp-list cfg.yaml --include '{old,new,gone}.txt' | ftp-fetch | tee f.ndjson | ftp-report",
    );
    const truth = { s: [1, 1, `${shell.buffer}/s`, [["new.txt", 4]]] };
    expect(resultsOf(ran.stdout)).toEqual(truth);
    // Nothing of fetch comes through; it is found by its journal.
    const filtered = await shell.run(`grep '"type":"listed"' f.ndjson | ftp-report`);
    expect(filtered).toMatchObject({ code: 1, stderr: "" });
    expect(resultsOf(filtered.stdout)).toEqual({ s: nothing(shell, "s") });
    // All that failed is the command, and what it says is taken.
    const command = await shell.run(
      `ftp-list cfg.yaml --include new.txt | ftp-fetch --to other | ftp-exec --each -- false | grep '"type":"download"' | ftp-report`,
    );
    expect([command.codes.at(-1), resultsOf(command.stdout)["s"]?.[0]]).toEqual([1, 1]);
    const records = recordsOf(shell.read("f.ndjson"));
    for (const [place, { type }] of records.entries()) {
      const { rows } = await told(records.filter((_, other) => other !== place));
      expect(
        rows.map(([server, result]) => [server, result]),
        `without ${type}`,
      ).toEqual([["s", 1]]);
    }
    expect((await told([...records, ...records.toReversed()])).servers).toEqual(["s 1 1"]);
  });
});
