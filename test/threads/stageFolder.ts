import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../readme/readmeFolder.ts";

/** Stages of somebody's own, which do in a worker what ours never would. */
const STAGES = `
import { defineStage, Fault, fromBatches, kinds, UsageError } from "ftp-harvest";
import { threadId } from "node:worker_threads";
import { concatMap, map, NEVER, of, throwError } from "rxjs";

const stage = (name, operator, options = {}) => defineStage({ name, operator, options, summary: "s", scope: "server", examples: [] });

export const where = stage("where", ({ word }, { run, by }) => map((record) => ({ ...record, thread: threadId, seen: { word, run, by } })));
export const throwing = stage("throwing", () => () => throwError(() => new TypeError("a bug of somebody's")));
export const faulty = stage("faulty", () => () => throwError(() => new Fault("disk", "no room for it", { retry: true })));
export const misused = stage("misused", () => { throw new UsageError("not with me"); });
export const exiting = stage("exiting", () => concatMap(() => process.exit(7)));
export const exitingLater = stage("exiting at a download", () => concatMap((record) => record.type === "download" ? process.exit(8) : []));
export const looping = stage("looping", (_, { note }) => concatMap(() => { note("it loops"); for (;;); }));
export const stuck = stage("stuck", () => () => NEVER);
export const saying = stage("saying", (_, context) => map((record) => {
  context.note("a note");
  context.damaged("damaged");
  context.ending({ type: "source", run: "r", by: "s", stage: "list", how: "cut" });
  return record;
}));
/** Books a nanosecond of the link that all threads share. */
export const booking = stage("booking", (_, { pools }) => map((record) => {
  Atomics.add(new BigInt64Array(pools.overall), 0, 1n);
  return record;
}));
/** Takes spare sessions of those that all threads share, and dies. */
export const hoarding = stage("hoarding", (_, { pools, note }) => concatMap(() => {
  note(String(pools.auto.take(60)));
  setTimeout(() => process.exit(7), 0);
  return NEVER;
}));
export const odd = stage("odd", () => map((record) => ({ ...record, odd: () => 1 })));
/** Tells by notes how many it has made. */
export const endless = stage("endless", (_, context) => concatMap(() => fromBatches(async function* () {
  for (let made = 0; made < 100_000; ) {
    made += 100;
    context.note(String(made));
    yield Array.from({ length: 100 }, (_, n) => ({ type: "x", n: made - 100 + n }));
  }
})));
/** Over when the signal is aborted. */
export const patient = stage("patient", (_, { signal, note }) => concatMap((record) => new Promise((resolve) => {
  const alive = setInterval(() => {}, 1_000);
  const end = () => { clearInterval(alive); resolve({ ...record, stopped: true }); };
  if (signal.aborted) end();
  else signal.addEventListener("abort", end);
  note("it waits");
})));
/** Leaves something behind that would keep a process alive. */
export const leaving = stage("leaving", () => map((record) => { setInterval(() => {}, 1_000); return record; }));
`;

/** A folder with a module of stages, which finds what is built and RxJS as its packages. Removed at its end. */
export class StageFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "fh-threads-"));
  readonly module = join(this.path, "stages.mjs");

  constructor() {
    mkdirSync(join(this.path, "node_modules"));
    symlinkSync(ROOT, join(this.path, "node_modules/ftp-harvest"));
    symlinkSync(join(ROOT, "node_modules/rxjs"), join(this.path, "node_modules/rxjs"));
    writeFileSync(this.module, STAGES);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}
