import type { ServerSettings } from "../config/server.ts";
import type { Link } from "../ftp/link.ts";
import { namesIn } from "../ftp/names.ts";
import type { Session } from "../ftp/session.ts";
import { Fault } from "../records/fault.ts";
import { join } from "../stages/list/paths.ts";
import { climb } from "./climb.ts";
import { firstFolders } from "./firstFolders.ts";
import { connectionSteps } from "./knee.ts";
import { type Measured, type MeasuredSoFar, nothingMeasured } from "./measured.ts";
import { OpenSessions } from "./openSessions.ts";
import { type ListedFile, medianOf, type Sample, sampleOf } from "./sample.ts";
import { takesRest } from "./takesRest.ts";
import { TimeLimit } from "./timeLimit.ts";
import { ByteAllowance, type Stretch, TransferLoad } from "./transferLoad.ts";

export interface MeasureRequest {
  /** `connections` are those to try at most. */
  readonly settings: ServerSettings;
  /** Those that the configuration has. */
  readonly configured: number;
  /** For all of it. */
  readonly for_ms: number;
  /** Of files, in all. */
  readonly max_bytes: number;
  /** That of all servers which are measured: `rate` at the top of the configuration limits it. */
  readonly overall: Link;
  /** Aborted: what is known so far is the result, at once. */
  readonly signal: AbortSignal;
  /** CPU time of this process so far; null where other work has its share of that. */
  readonly cpu_ms: () => number | null;
}

/** Parts of the time that is left when it begins, one after the other; of the last, a rest is for what ends late. */
const LISTING_PART = 0.2;
const LOG_INS_PART = 0.3;
const FILES_PART = 0.9;

const ROUND_TRIPS = 9;

/**
 * Measures one server: log-in, round trip, what is there, then what more and more connections bring. It only reads: lists the first
 * folders, and fetches some files over and over, to nowhere. Ends with what is known, whatever the server does; throws only a bug.
 */
export async function measureServer(request: MeasureRequest): Promise<Measured> {
  const { settings, signal, for_ms } = request;
  const measured = nothingMeasured({ ...settings });
  const limit = new TimeLimit(for_ms, signal);
  const ends = limit.signal;
  const sessions = new OpenSessions({ ...settings, connections: request.configured }, ends, request.overall);
  try {
    await new Measurement(request, measured, { sessions, signal: ends }).run();
  } catch (error) {
    // Who waits when it is ended hears of that as an AbortError, or as a session that was closed.
    const isEnd = ends.aborted && error instanceof Error && error.name === "AbortError";
    if (!isEnd && !(error instanceof Fault)) throw error;
    if (!ends.aborted && error instanceof Fault) measured.failure = { code: error.code, message: error.message };
  } finally {
    limit.clear();
    sessions.close();
  }
  if (signal.aborted) measured.ended_by = "signal";
  else if (ends.aborted) endedByTime(measured, for_ms);
  return measured;
}

function endedByTime(measured: MeasuredSoFar, for_ms: number): void {
  measured.ended_by = "time";
  if (measured.first_login_ms !== null) return;
  measured.failure = { code: "timeout", message: `no log-in within the ${for_ms / 1000} s that it had (--for)` };
}

class Measurement {
  readonly #request: MeasureRequest;
  readonly #measured: MeasuredSoFar;
  readonly #sessions: OpenSessions;
  readonly #signal: AbortSignal;
  readonly #allowance: ByteAllowance;
  readonly #end_ms: number;

  constructor(
    request: MeasureRequest,
    measured: MeasuredSoFar,
    { sessions, signal }: { readonly sessions: OpenSessions; readonly signal: AbortSignal },
  ) {
    this.#request = request;
    this.#measured = measured;
    this.#sessions = sessions;
    this.#signal = signal;
    this.#allowance = new ByteAllowance(request.max_bytes);
    this.#end_ms = performance.now() + request.for_ms;
  }

  async run(): Promise<void> {
    const measured = this.#measured;
    const session = await this.#sessions.any();
    measured.first_login_ms = this.#sessions.logins_ms[0] ?? null;
    measured.round_trip_ms = await roundTrip(session);
    this.#learnTraits();
    try {
      const sample = await this.#sample(session);
      const one = sample.large[0] ?? sample.small.find(({ size }) => size > 1);
      if (one !== undefined) measured.rest = await takesRest(await this.#sessions.any(), one, this.#allowance);
      if (sample.small.length + sample.large.length === 0) return;
      await this.#openAll();
      await this.#climbs(sample);
    } finally {
      this.#learnTraits();
    }
  }

  #learnTraits(): void {
    const { mlsd, passive, ahead } = this.#sessions.traits;
    this.#measured.mlsd = mlsd;
    this.#measured.passive = passive ?? null;
    this.#measured.ahead = ahead === "works" || (ahead === "never" ? false : null);
  }

  get #left_ms(): number {
    return this.#end_ms - performance.now();
  }

  async #sample(session: Session): Promise<Sample> {
    const { settings } = this.#request;
    const names = namesIn(settings.encoding);
    const paths = settings.paths.map((path) => names.encode(path));
    const home = paths.some((path) => !path.startsWith("/")) ? await session.where() : "/";
    const { found, files } = await firstFolders({
      paths: [...new Set(paths.map((path) => join(home, path)))],
      session: () => this.#sessions.any(),
      signal: this.#signal,
      until_ms: performance.now() + this.#left_ms * LISTING_PART,
    });
    this.#measured.found = found;
    return sampleOf(files);
  }

  async #openAll(): Promise<void> {
    const until_ms = performance.now() + this.#left_ms * LOG_INS_PART;
    const refusal = await this.#sessions.fill(this.#request.settings.connections, until_ms);
    this.#measured.later_login_ms = medianOf(this.#sessions.logins_ms.slice(1));
    if (refusal === undefined) return;
    this.#measured.limit = { connections: this.#sessions.usable.length, message: refusal.message };
  }

  /** Small files first: their sessions are as good afterwards. Large ones are left in their middle. */
  async #climbs({ small, large }: Sample): Promise<void> {
    const climbs = Number(small.length > 0) + Number(large.length > 0);
    const share = {
      ms: (this.#left_ms * FILES_PART) / climbs,
      bytes: (this.#allowance.left * FILES_PART) / climbs,
    };
    if (small.length > 0) await this.#climb("small", small, share);
    if (large.length > 0) await this.#climb("large", large, share);
  }

  async #climb(
    kind: "small" | "large",
    files: readonly ListedFile[],
    share: Pick<Stretch, "ms" | "bytes">,
  ): Promise<void> {
    const { configured, cpu_ms } = this.#request;
    // Some may have died on the way.
    await this.#sessions.any();
    const sessions = this.#sessions.usable;
    const steps = connectionSteps(sessions.length, configured);
    const load = new TransferLoad(sessions, files, this.#allowance);
    const counted = kind === "small" ? "files" : "bytes";
    const readings = await climb({ load, counted, steps, most: share, cpu_ms });
    this.#measured[kind] = readings;
    if (kind === "large") this.#sessions.close();
    await load.stop();
    if (readings.length === 0 && load.fault !== undefined) throw load.fault;
  }
}

/** The median of several. Throws a `Fault`. */
async function roundTrip(session: Session): Promise<number | null> {
  const all_ms: number[] = [];
  for (let count = 0; count < ROUND_TRIPS; count++) {
    const began_ms = performance.now();
    await session.noop();
    all_ms.push(performance.now() - began_ms);
  }
  return medianOf(all_ms);
}
