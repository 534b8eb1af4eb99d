import { Fault } from "../records/fault.ts";
import type { WireName } from "./names.ts";
import type { TakeChunk } from "./transfer.ts";
import type { Transfers } from "./transfers.ts";

/** A file that is wanted, or the rest of one. */
export interface Retrieval {
  readonly path: WireName;
  /** Bytes that are here already: REST (RFC 3659 §5). A server that refuses REST sends the file from its beginning. */
  readonly from: number;
  /** The file's whole size; null if nobody knows. */
  readonly expected: number | null;
  /** Bytes of the whole file at most; more is a `Fault`. `max_file_size`, or less where a listing promised far less. */
  readonly most: number;
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

/** RFC 959 RETR of `name`, which is `path` as the server reads it. Throws a `Fault`. */
export async function retrieve(transfers: Transfers, name: WireName, retrieval: Retrieval): Promise<Retrieved> {
  const { from, expected, most, chunk } = retrieval;
  const done = await transfers.run({
    command: `RETR ${name}`,
    port: await transfers.port(),
    from,
    expected,
    chunk(offset, bytes) {
      if (offset + bytes.length > most) throw tooMuch(expected, most);
      return chunk(offset, bytes);
    },
  });
  return { size: done.from + done.bytes, from: done.from };
}

/** Without a size to hold against it, it is the limit on files that is exceeded. */
function tooMuch(expected: number | null, most: number): Fault {
  return expected === null
    ? new Fault("too_large", `more than ${most} bytes came`)
    : new Fault("size_mismatch", `more than ${most} bytes came, where ${expected} were listed`);
}
