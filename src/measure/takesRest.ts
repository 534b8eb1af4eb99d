import type { Session } from "../ftp/session.ts";
import { Fault } from "../records/fault.ts";
import type { ListedFile } from "./sample.ts";
import type { ByteAllowance } from "./transferLoad.ts";

/** Whether the server sends the last byte of a file alone (REST, RFC 3659 §5). Null when it does not send the file at all. */
export async function takesRest(
  session: Session,
  { path, size }: ListedFile,
  allowance: ByteAllowance,
): Promise<boolean | null> {
  const from = size - 1;
  let refused = false;
  const chunk = (offset: number, bytes: Uint8Array) => {
    allowance.take(bytes.length);
    refused = offset < from;
    // The rest of a file from its beginning may be long.
    if (refused) throw new Fault("protocol", "REST was refused", { retry: false });
  };
  try {
    // Who ignores REST sends more than is left.
    const retrieved = await session.retrieve({ path, from, expected: size, most: size, chunk });
    return retrieved.from === from;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refused || error.code === "size_mismatch" ? false : null;
  }
}
