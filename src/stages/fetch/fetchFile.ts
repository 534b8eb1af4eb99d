import { setTimeout as sleep } from "node:timers/promises";
import { encodeName } from "../../ftp/names.ts";
import { backOff } from "../../ftp/pool.ts";
import { Fault } from "../../records/fault.ts";
import type { DownloadRecord, FailureRecord, FileRecord } from "../../records/record.ts";
import { modifiedToMs, sameTime } from "../../sink/modified.ts";
import type { Held, Incoming, SinkFile } from "../../sink/sink.ts";
import type { OpenDesk } from "./desk.ts";

/** What a try at a file needs. */
export interface FetchRequest {
  readonly file: FileRecord;
  readonly by: string;
  readonly signal: AbortSignal;
  readonly open: () => Promise<OpenDesk>;
}

/**
 * The story of one file: is it here already? If not, move its bytes from a session to the sink, again where that can help, and
 * say what happened. Undefined when it was abandoned by a signal.
 */
export async function fetchFile(request: FetchRequest): Promise<DownloadRecord | FailureRecord | undefined> {
  const { file, by, signal } = request;
  const started_ms = performance.now();
  const progress = { attempts: 0 };
  try {
    if (signal.aborted) return undefined;
    const desk = await request.open();
    const target = sinkFile(file);
    const { settings } = desk;
    const held = settings.if_exists === "same" ? desk.sink.held(target) : undefined;
    const unchanged = held !== undefined && isSame(held, file, settings.timezone) ? held : undefined;
    const here = unchanged ?? (await retrieve(desk, file, target, signal, progress));
    const ms = Math.round(performance.now() - started_ms);
    const status = unchanged === undefined ? "fetched" : "unchanged";
    const { attempts } = progress;
    return { ...file, type: "download", by, status, local: here.local, bytes: here.size, ms, attempts };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof Fault)) throw error;
    return failure(file, by, error, progress.attempts);
  }
}

/** Gets the file onto the disk; in the end it is there whole under its name, or nothing is. */
async function retrieve(
  desk: OpenDesk,
  file: FileRecord,
  target: SinkFile,
  signal: AbortSignal,
  progress: { attempts: number },
): Promise<{ local: string; size: number }> {
  const { settings, pool, sink } = desk;
  const path = encodeName(file.path, file.raw);
  const modified_ms = file.modified === null ? undefined : modifiedToMs(file.modified, settings.timezone);
  for (;;) {
    const lease = await pool.lease(signal);
    progress.attempts++;
    let incoming: Incoming | undefined;
    try {
      const place = sink.begin(target);
      incoming = place;
      const size = await lease.session.retrieve(path, file.size, (offset, bytes) => place.write(offset, bytes));
      await place.commit(modified_ms ?? null);
      return { local: place.local, size };
    } catch (error) {
      incoming?.abort();
      // A session that died while it lay idle is no try at the file.
      const stale = lease.reused && !lease.session.usable && progress.attempts === 1;
      const again = error instanceof Fault && error.retry && (progress.attempts <= settings.retries || stale);
      if (!again || signal.aborted) throw error;
    } finally {
      lease.release();
    }
    await sleep(backOff(settings.retry_delay_ms, progress.attempts), undefined, { signal });
  }
}

function sinkFile(file: FileRecord): SinkFile {
  const { server, name, size, modified, path, raw } = file;
  if (raw === undefined) return { server, name, size, modified };
  // The name is the end of the path, also in bytes; what stands before it came from the configuration and is plain UTF-8.
  const prefix = Buffer.byteLength(path.slice(0, path.length - name.length));
  return { server, name, size, modified, rawName: Buffer.from(raw, "base64").subarray(prefix) };
}

/** Without a listed size or time nobody knows whether it is the same. */
function isSame(held: Held, file: FileRecord, timezone: string): boolean {
  return held.size === file.size && file.modified !== null && sameTime(file.modified, timezone, held.mtime_ms);
}

function failure(file: FileRecord, by: string, fault: Fault, attempts: number): FailureRecord {
  const { code, message, retry } = fault;
  return { ...file, type: "failure", by, stage: "fetch", code, message, retry, attempts };
}
