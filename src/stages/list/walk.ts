import type { Pool } from "../../ftp/pool.ts";
import { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import { Findings } from "./findings.ts";
import { Walker } from "./walker.ts";
import type { WalkRequest } from "./walkRequest.ts";

/** Servers end sessions that are idle for a minute or more; who must wait longer than this for its reader logs out itself. */
const LONG_WAIT_MS = 20_000;

/**
 * Lists all folders of one server, each read to its end and then handed on: a listing in flight is never held up (servers end
 * it), and no session is held while records wait. Ends with the `listed` record, whatever the server does; throws only a bug.
 */
export async function* walk(request: WalkRequest): AsyncGenerator<readonly AnyRecord[], void, void> {
  const findings = new Findings(request);
  const walker = new Walker(request, findings);
  const started_ms = performance.now();
  try {
    await walker.begin();
    while (!walker.over) yield* patiently(walker.next(), request.pool);
  } catch (error) {
    if (request.signal.aborted) findings.complete = false;
    else if (error instanceof Fault) yield [findings.failure(error, undefined)];
    else throw error;
  } finally {
    walker.close();
  }
  yield [findings.listed(Math.round(performance.now() - started_ms))];
}

/** Hands batches on; where the reader is slow, sessions that lie idle are closed in time. */
async function* patiently<T>(batches: AsyncGenerator<T, void, void>, pool: Pool): AsyncGenerator<T, void, void> {
  for await (const batch of batches) {
    // More than once: listings before their turn go on, and end.
    const logOut = setInterval(() => pool.closeIdle(), LONG_WAIT_MS);
    try {
      yield batch;
    } finally {
      clearInterval(logOut);
    }
  }
}
