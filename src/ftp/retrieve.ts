import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { WireName } from "./names.ts";
import type { Throttle } from "./throttle.ts";
import type { TakeChunk, Transferred } from "./transferRequest.ts";
import type { Transfers } from "./transfers.ts";

/** Limits of the server's settings that hold here. */
type Limits = Pick<ServerAddress, "file_timeout_ms">;

/** A file that is wanted, or the rest of one. */
export interface Retrieval {
  readonly path: WireName;
  /** Bytes that are here already: REST (RFC 3659 §5). A server that refuses REST sends the file from its beginning. */
  readonly from: number;
  /** The file's whole size; null if nobody knows. */
  readonly expected: number | null;
  /** Bytes of the whole file at most; more is a `Fault`. `max_file_size`, or less where a listing promised far less. */
  readonly most: number;
  /**
   * With it a part is wanted, from `from` on to where this says, which may be another place with each piece of data: there the transfer is ended. A
   * server that does not begin at `from` is no help then: a `Fault` `protocol`.
   */
  readonly until?: () => number;
  /** `offset` counts from the file's beginning: `from`, or 0 where REST was refused. */
  readonly chunk: TakeChunk;
}

/** What came of it. */
export interface Retrieved {
  /** Of the whole file: where it began and the bytes that came. */
  readonly size: number;
  /** Where it really began. */
  readonly from: number;
}

/** What servers hand over to the system in one go, before they look at the control connection again. */
const SHORT_bytes = 64 * 1024;

/**
 * RFC 959 RETR of `name`, which is `path` as the server reads it. Throws a `Fault`.
 *
 * @param throttle what it may hold back is the reading: what came is handed on at once
 */
export function retrieve(
  transfers: Transfers,
  name: WireName,
  retrieval: Retrieval,
  limits: Limits,
  throttle?: Pick<Throttle, "took">,
): Promise<Retrieved> {
  const { expected, most, from, until } = retrieval;
  let came = false;
  const chunk: TakeChunk = (offset, bytes) => {
    if (offset + bytes.length > most) throw tooMuch(expected, most);
    came = true;
    const taken = retrieval.chunk(offset, bytes);
    const turn = throttle?.took(bytes.length);
    return taken === undefined || turn === undefined ? (taken ?? turn) : taken.then(() => turn);
  };
  const short = expected !== null && expected <= SHORT_bytes;
  const begin = (from: number): Promise<Retrieved> => {
    const command = `RETR ${name}`;
    const within_ms = limits.file_timeout_ms;
    const request = { command, from, expected, chunk, until, short, within_ms, tooLate: () => tooLate(limits) };
    const run = (port: number) => transfers.run(port, request, (done) => checked(done, expected));
    const port = transfers.port();
    return typeof port === "number" ? run(port) : port.then(run);
  };
  if (from === 0 || until !== undefined) return begin(from);
  return begin(from).catch((error) => {
    // 554 to RETR, not to REST, where the file is shorter now (RFC 1123 §4.1.3.4; ProFTPD, Pure-FTPd).
    if (came || !(error instanceof Fault) || error.code !== "protocol") throw error;
    return begin(0);
  });
}

function tooLate({ file_timeout_ms }: Limits): Fault {
  return new Fault("timeout", `not done within ${file_timeout_ms / 1000} s (file_timeout)`);
}

/** Without a size to hold against it, it is the limit on files that is exceeded. */
function tooMuch(expected: number | null, most: number): Fault {
  return expected === null
    ? new Fault("too_large", `more than ${most} bytes came (max_file_size)`)
    : new Fault("size_mismatch", `more than ${most} bytes came, where ${expected} were listed`);
}

/**
 * A data connection that another client took ends in order, and the server says that all is well: then only its own number tells. A file
 * that came with the size that was listed is not held against it: it may be wrong. Throws a `Fault`.
 */
function checked({ from, bytes, announced }: Transferred, expected: number | null): Retrieved {
  const size = from + bytes;
  if (size === expected || announced === undefined) return { size, from };
  // After REST the number may be the whole file's.
  const isAll = bytes >= announced || (from <= announced && size >= announced);
  if (isAll) return { size, from };
  throw new Fault("cut_off", `${bytes} of the ${announced} bytes that the server announced came`);
}
