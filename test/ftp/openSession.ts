import type { ServerAddress } from "../../src/ftp/address.ts";
import type { Entry } from "../../src/ftp/listing/entry.ts";
import type { Retrieved } from "../../src/ftp/retrieve.ts";
import { Session } from "../../src/ftp/session.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import type { TakeChunk } from "../../src/ftp/transferRequest.ts";

const NEVER = new AbortController().signal;

/** A session of its own, closed at the end of an `await using`. */
export async function openSession(address: ServerAddress, traits = unknownTraits(), signal = NEVER) {
  const session = await Session.open(address, traits, signal);
  return Object.assign(session, { [Symbol.asyncDispose]: async () => session.close() });
}

/** What a file holds, as latin1. */
export async function read(session: Session, path: string, size: number | null = null): Promise<string> {
  const pieces: Buffer[] = [];
  await take(session, path, size, (_, bytes) => {
    pieces.push(Buffer.from(bytes));
  });
  return Buffer.concat(pieces).toString("latin1");
}

/** Fetches a file from its beginning. */
export function take(session: Session, path: string, expected: number | null, chunk: TakeChunk): Promise<Retrieved> {
  return session.retrieve({ path, from: 0, expected, most: Number.MAX_SAFE_INTEGER, chunk });
}

/** All entries of a folder, and what else is known of its listing. */
export async function listed(session: Session, path: string, now = new Date()) {
  const entries: Entry[] = [];
  const listing = await session.list(path, now, (entry) => void entries.push(entry));
  return { ...listing, entries };
}

export async function namesIn(session: Session, path: string): Promise<string[]> {
  const { entries } = await listed(session, path);
  return entries.map(({ name }) => name);
}
