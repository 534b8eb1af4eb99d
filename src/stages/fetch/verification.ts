import type { ServerSettings } from "../../config/server.ts";
import type { WireName } from "../../ftp/names.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import type { DownloadRecord, HashAlgorithm } from "../../records/record.ts";
import type { Arriving } from "../../sink/sink.ts";

/** What is told of a file's bytes in its record. */
export type Verified = Pick<DownloadRecord, "verified" | "sha256">;

interface Verification {
  readonly session: Session;
  readonly path: WireName;
  readonly size: number;
  readonly incoming: Arriving;
  readonly by: ServerSettings["verify"];
  readonly checksum: "none" | "sha256";
}

const NOTHING: Verified = {};

/**
 * Holds what was written against the server's own hash of the file, before it gets its name. Both hashes are of what the disk gives back.
 * A server without hashes leaves it at the size. Rejects with a `Fault` `hash_mismatch`.
 */
export function verify(verification: Verification): Verified | Promise<Verified> {
  const { by, checksum } = verification;
  return by === "size" && checksum === "none" ? NOTHING : compare(verification);
}

async function compare({ session, path, size, incoming, by, checksum }: Verification): Promise<Verified> {
  const theirs = by === "hash" ? await session.hash(path, size) : undefined;
  const algorithms = new Set<HashAlgorithm>(theirs === undefined ? [] : [theirs.algorithm]);
  if (checksum === "sha256") algorithms.add("sha256");
  const names = [...algorithms];
  const ours = new Map((await incoming.digest(names)).map((hex, place) => [names[place], hex]));
  if (theirs !== undefined && ours.get(theirs.algorithm) !== theirs.hex)
    throw mismatch(theirs, ours.get(theirs.algorithm));
  const sha256 = checksum === "sha256" ? ours.get("sha256") : undefined;
  return { ...(by === "hash" && { verified: theirs?.algorithm ?? "size" }), ...(sha256 !== undefined && { sha256 }) };
}

function mismatch({ algorithm, hex }: { algorithm: HashAlgorithm; hex: string }, ours = "none"): Fault {
  return new Fault("hash_mismatch", `the server's ${algorithm} is ${hex}, and that of what came is ${ours}`);
}
