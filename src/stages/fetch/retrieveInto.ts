import type { Retrieval, Retrieved } from "../../ftp/retrieve.ts";
import type { Session } from "../../ftp/session.ts";
import type { TakeChunk } from "../../ftp/transferRequest.ts";
import type { Incoming, IncomingRanges } from "../../sink/sink.ts";
import type { Tries } from "../onSession.ts";
import type { OpenDesk } from "./desk.ts";
import { Overlap } from "./overlap.ts";
import { Segments } from "./segments.ts";
import { mostBytes } from "./sizeLimits.ts";
import type { WantedVersion } from "./wantedVersion.ts";

/** What came by a transfer, or by several. */
export interface Came extends Retrieved {
  readonly segments?: number;
}

/** How a file is fetched: what is told of it to each transfer. */
export interface Fetching {
  readonly place: OpenDesk;
  readonly tries: Tries;
  readonly wanted: WantedVersion;
}

/** Fetches what is missing of a version. A file all of whose bytes are here already needs no transfer. Rejects with a `Fault`. */
export function retrieveInto(
  incoming: Incoming | IncomingRanges,
  session: Session,
  fetching: Fetching,
): Came | Promise<Came> {
  if ("ranges" in incoming) return inSegments(incoming, session, fetching);
  const { held } = incoming;
  if (held === 0) return session.retrieve(retrieval(0, fetching, (offset, bytes) => incoming.write(offset, bytes)));
  return held === fetching.wanted.size ? { size: held, from: held } : goOn(incoming, session, fetching);
}

async function inSegments(incoming: IncomingRanges, session: Session, fetching: Fetching): Promise<Came> {
  const { place, tries, wanted } = fetching;
  const { pool, settings, signal, segmenting } = place;
  const size = wanted.size ?? 0;
  const heard = () => {
    tries.heard = true;
  };
  const file = { path: wanted.path, size, most: mostBytes(size, settings), incoming };
  const { held } = incoming;
  return { from: held, ...(await Segments.fetch(session, { ...file, pool, settings, signal, segmenting, heard })) };
}

async function goOn(incoming: Incoming, session: Session, fetching: Fetching): Promise<Retrieved> {
  const overlap = await Overlap.of(incoming);
  const take: TakeChunk = (offset, bytes) => {
    const here = overlap.alreadyHere(offset, bytes);
    return here === bytes.length ? undefined : incoming.write(offset + here, bytes.subarray(here));
  };
  return session.retrieve(retrieval(overlap.from, fetching, take));
}

function retrieval(from: number, { place, tries, wanted }: Fetching, take: TakeChunk): Retrieval {
  const { size, path } = wanted;
  return {
    path,
    from,
    expected: size,
    most: mostBytes(size, place.settings),
    chunk: (offset, bytes) => {
      tries.heard = true;
      return take(offset, bytes);
    },
  };
}
