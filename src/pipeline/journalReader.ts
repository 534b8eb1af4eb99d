import { open } from "node:fs/promises";
import { endRecord } from "../records/endRecord.ts";
import { textOf } from "../records/fields.ts";
import { MAX_LINE_BYTES } from "../records/ndjsonReader.ts";
import { parseRecord } from "../records/parseRecord.ts";
import { isProcessIdentity, type ProcessIdentity } from "../records/processIdentity.ts";
import type { AnyRecord, EndRecord, SourceRecord } from "../records/record.ts";

/** A journal's first line. */
interface JournalHeader {
  readonly run: string;
  readonly by: string;
  readonly stage: string;
  readonly process: ProcessIdentity;
  readonly selection?: SourceRecord["selection"];
  readonly to?: string;
}

/** A source as a journal or a stream names it. */
interface SourceName {
  readonly by: string;
  readonly run: string;
}

/** What a journal says so far. Lines that are cut or damaged are passed over: a kill can leave them. */
export class JournalReader {
  readonly path: string;
  header: JournalHeader | undefined;
  readonly froms: SourceName[] = [];
  end: EndRecord | undefined;
  closed = false;
  #next = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Takes in what was written since the last call. False when there is no such file. */
  async readOn(): Promise<boolean> {
    try {
      for await (const { text, next } of journalLines(this.path, this.#next)) {
        this.#next = next;
        if (ABOUT_THE_PROCESS.test(text)) this.#take(parse(text));
      }
      return true;
    } catch {
      return false;
    }
  }

  /** The records that the stage made, `end` included, read from the file anew. Ends early when the file goes away. */
  async *records(): AsyncGenerator<AnyRecord> {
    try {
      for await (const { text } of journalLines(this.path)) {
        const record = parse(text);
        if (record !== undefined && !JOURNAL_ONLY.has(record.type)) yield record;
      }
    } catch (error) {
      if (!(error instanceof Error && "syscall" in error)) throw error;
    }
  }

  #take(line: AnyRecord | undefined): void {
    if (line === undefined) return;
    if (line.type === "journal") this.header = header(line);
    if (line.type === "closed") this.closed = true;
    if (line.type === "end") this.end = endRecord(line);
    if (line.type !== "from") return;
    const [by, run] = [textOf(line, "by"), textOf(line, "run")];
    if (by !== undefined && run !== undefined) this.froms.push({ by, run });
  }
}

/** Lines that are about the process, not about servers: only these are parsed to learn how it ended. */
const ABOUT_THE_PROCESS = /^\{"type":"(?:journal|from|closed|end)"/;

const JOURNAL_ONLY: ReadonlySet<string> = new Set(["journal", "from", "closed", "truncated"]);

const CHUNK_BYTES = 256 * 1024;

const NEWLINE = 0x0a;

/** The whole lines of a file from an offset on, each with the offset of the next. A last line without a newline is left out. */
export async function* journalLines(path: string, start = 0): AsyncGenerator<{ text: string; next: number }> {
  const file = await open(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let offset = start;
    let rest: Buffer = Buffer.alloc(0);
    // Nothing of ours is longer, so what is longer is no journal.
    while (rest.length <= MAX_LINE_BYTES) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, offset + rest.length);
      if (bytesRead === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
        yield { text: bytes.toString("utf8", from, at), next: offset + at + 1 };
        from = at + 1;
      }
      rest = bytes.subarray(from);
      offset += from;
    }
  } finally {
    await file.close();
  }
}

/** The first line of a journal, as far as it makes sense. */
export async function journalHeader(path: string): Promise<JournalHeader | undefined> {
  for await (const { text } of journalLines(path)) {
    const line = parse(text);
    return line?.type === "journal" ? header(line) : undefined;
  }
  return undefined;
}

function parse(text: string): AnyRecord | undefined {
  const record = parseRecord(text);
  return typeof record === "string" ? undefined : record;
}

function header(line: AnyRecord): JournalHeader | undefined {
  const [run, by, stage, to] = [textOf(line, "run"), textOf(line, "by"), textOf(line, "stage"), textOf(line, "to")];
  if (run === undefined || by === undefined || stage === undefined || !isProcessIdentity(line)) return undefined;
  const { pid, start, host, boot, selection } = line;
  return {
    run,
    by,
    stage,
    process: { pid, start, host, boot },
    ...(isSelection(selection) && { selection }),
    ...(to !== undefined && { to }),
  };
}

function isSelection(value: unknown): value is NonNullable<SourceRecord["selection"]> {
  return Array.isArray(value) && value.every(isSelected);
}

function isSelected(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("server" in value) || !("buffer_path" in value)) return false;
  return typeof value.server === "string" && typeof value.buffer_path === "string";
}
