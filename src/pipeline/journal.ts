import { closeSync, linkSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "../records/errorCode.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { printable } from "../records/printable.ts";
import { thisProcess } from "../records/processIdentity.ts";
import { type AnyRecord, type EndRecord, isControl, type SourceRecord } from "../records/record.ts";
import { isFileName, journalPath } from "./journalFolder.ts";

/**
 * What a stage process writes down beside the stream: who it is, whom it reads from, the control records that it makes, and how
 * it ended. Later stages read it when their input is over, to know what a filter took and whether somebody was killed.
 *
 * Lines are gathered; what was given before `flush()` is in the file when that returns, and stays there if the process is killed. So
 * `flush()` stands before every write of records to stdout. `from`, `closed` and `end` flush by themselves. Nothing here throws: a
 * journal that can't be written is said once and left.
 */
export interface Journal {
  /** A source was first seen in the input. `run`: its records' run, when that is not the journal's. */
  from(by: string, run?: string): void;
  /** Takes any record of the output; keeps the control records that this stage made. */
  control(record: AnyRecord): void;
  /** The reader of stdout left. */
  closed(): void;
  /** The stage's last record. */
  end(record: EndRecord): void;
  flush(): void;
  close(): void;
}

export interface JournalOptions {
  /** Absolute path, see `stateFolder()`. */
  readonly stateFolder: string;
  readonly run: string;
  readonly by: string;
  readonly stage: string;
  /** list: the servers that it will walk, in the configuration's order. */
  readonly selection?: SourceRecord["selection"];
  /** fetch: the folder given with --to. */
  readonly to?: string;
  /** Told once, when no journal can be written. */
  note(message: string): void;
  /** Bytes after which records of single files are left out. */
  readonly maxBytes?: number;
}

/** About 250,000 failed files. Records of servers are written beyond it: they are few. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A write of this size costs little more than one of a line. */
const BATCH_CHARACTERS = 64 * 1024;

/** Creates the journal `<stateFolder>/runs/<run>/<by>.ndjson` (0600, in folders 0700). */
export function openJournal(options: JournalOptions): Journal {
  return new FileJournal(options);
}

class FileJournal implements Journal {
  readonly #options: JournalOptions;
  readonly #paths: string[] = [];
  #fd: number | undefined;
  #batch = "";
  #bytes = 0;
  #truncated = false;

  constructor(options: JournalOptions) {
    this.#options = options;
    const { run, by, stage, selection, to } = options;
    this.#try(() => {
      const path = journalPath(options.stateFolder, run, by);
      if (path === undefined) throw new Error(`"${run}" or "${by}" can't be a file's name`);
      this.#fd = create(path);
      this.#paths.push(path);
    });
    this.#add({ type: "journal", run, by, stage, ...thisProcess(), selection, to });
    this.flush();
  }

  from(by: string, run: string = this.#options.run): void {
    if (!isFileName(by) || !isFileName(run)) return;
    if (run !== this.#options.run) this.#linkInto(run);
    this.#add({ type: "from", run, by });
    this.flush();
  }

  control(record: AnyRecord): void {
    if (!isControl(record) || record.type === "end" || record.by !== this.#options.by) return;
    // Those with a path are as many as there are files.
    if (typeof record["path"] === "string" && this.#full()) return;
    this.#add(record);
  }

  closed(): void {
    this.#add({ type: "closed" });
    this.flush();
  }

  end(record: EndRecord): void {
    this.#add({ ...record });
    this.flush();
  }

  flush(): void {
    const fd = this.#fd;
    const batch = this.#batch;
    this.#batch = "";
    if (fd === undefined || batch === "") return;
    this.#try(() => writeFileSync(fd, batch));
  }

  close(): void {
    this.flush();
    const fd = this.#fd;
    this.#fd = undefined;
    // Network disks may say only now that they are full.
    if (fd !== undefined) this.#try(() => closeSync(fd));
  }

  #add(line: AnyRecord): void {
    if (this.#fd === undefined) return;
    // `type` first: readers tell the few lines that they want by how they begin.
    const { type, ...rest } = line;
    const text = `${JSON.stringify({ type, ...rest })}\n`;
    this.#bytes += Buffer.byteLength(text);
    this.#batch += text;
    if (this.#batch.length >= BATCH_CHARACTERS) this.flush();
  }

  #full(): boolean {
    if (!this.#truncated && this.#bytes >= (this.#options.maxBytes ?? MAX_BYTES)) {
      this.#truncated = true;
      this.#add({ type: "truncated" });
    }
    return this.#truncated;
  }

  /** Records of a run are looked up in that run's folder, so a stage that takes in several runs has its journal in each. */
  #linkInto(run: string): void {
    const [path] = this.#paths;
    const link = journalPath(this.#options.stateFolder, run, this.#options.by);
    if (this.#fd === undefined || path === undefined || link === undefined || this.#paths.includes(link)) return;
    try {
      makeFolder(dirname(link), 0o700);
      linkSync(path, link);
      this.#paths.push(link);
    } catch {
      // A file system without hard links: in that run this stage's end will be unknown ("open").
    }
  }

  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      const reason = printable(error instanceof Error ? error.message : String(error));
      this.#options.note(`no journal: ${reason}; behind a filter such as grep, failures may go unseen`);
      this.#giveUp();
    }
  }

  /** A journal that stops in the middle would look like a process that was killed: no journal is better. */
  #giveUp(): void {
    const fd = this.#fd;
    this.#fd = undefined;
    try {
      for (const path of this.#paths) rmSync(path, { force: true });
      if (fd !== undefined) closeSync(fd);
    } catch {
      // Said already.
    }
  }
}

function create(path: string): number {
  try {
    return createOnce(path);
  } catch (error) {
    // Pruning may take the empty folder away between the two calls.
    if (errorCode(error) === "ENOENT") return createOnce(path);
    throw error;
  }
}

function createOnce(path: string): number {
  makeFolder(dirname(path), 0o700);
  return openSync(path, "ax", 0o600);
}
