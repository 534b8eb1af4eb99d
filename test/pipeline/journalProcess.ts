import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AnyRecord } from "../../src/records/record.ts";

/** A stage process of its own, which opens a journal, writes records to it, and lives until it is killed. */
export interface JournalProcess {
  /** As `kill -9` does; returns when it is gone. */
  kill(): Promise<void>;
}

const PROGRAM = `
  const { openJournal } = await import(process.env.JOURNAL_MODULE);
  const { options, froms, records } = JSON.parse(process.env.JOURNAL_TASK);
  const journal = openJournal({ ...options, note: (message) => { throw new Error(message); } });
  for (const { by, run } of froms) journal.from(by, run);
  for (const record of records) journal.control(record);
  journal.flush();
  process.stdout.write("written\\n");
  setInterval(() => {}, 60_000);
`;

/** Resolves when the records are in the journal. */
export async function journalProcess(task: {
  readonly stateFolder: string;
  readonly run: string;
  readonly by: string;
  readonly stage: string;
  readonly selection?: readonly { readonly server: string; readonly buffer_path: string }[];
  readonly froms?: readonly { readonly by: string; readonly run: string }[];
  readonly records?: readonly AnyRecord[];
}): Promise<JournalProcess> {
  const { froms = [], records = [], ...options } = task;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", PROGRAM], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      JOURNAL_MODULE: new URL("../../src/pipeline/journal.ts", import.meta.url).href,
      JOURNAL_TASK: JSON.stringify({ options, froms, records }),
    },
  });
  await Promise.race([once(child.stdout, "data"), failed(child)]);
  return {
    kill: async () => {
      const gone = once(child, "close");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, "close");
  throw new Error(`the process with the journal ended too early, with ${code}`);
}
