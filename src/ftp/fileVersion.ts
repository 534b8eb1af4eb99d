import type { Control } from "./control.ts";
import { exactSize } from "./listing/size.ts";
import { utcTime } from "./listing/utcTime.ts";
import type { WireName } from "./names.ts";
import { isPositive, type Reply, replyFault } from "./replyFault.ts";
import type { Transfers } from "./transfers.ts";

/** What the server says of a file now (SIZE, MDTM; RFC 3659 §3, §4). */
export interface FileVersion {
  /** Bytes; null: it does not say. */
  readonly size: number | null;
  /** As `FileRecord.modified`, ending in `Z`; null: it does not say. */
  readonly modified: string | null;
}

/**
 * Asks for size and time in one write, and in the same one for the port of the next transfer: a file is to be fetched, or another one. Throws
 * a `Fault` when the file is gone: the server knows neither, and refuses the path.
 */
export async function fileVersion(control: Control, transfers: Transfers, name: WireName): Promise<FileVersion> {
  const replies = await transfers.askAllBefore([`SIZE ${name}`, `MDTM ${name}`]);
  if (control.closed !== undefined) throw control.closed;
  const refused = replies.find(refusesPath);
  if (refused !== undefined && !replies.some(isPositive)) throw replyFault("SIZE, MDTM", refused);
  const [size, modified] = replies;
  return { size: size === undefined ? null : sizeIn(size), modified: modified === undefined ? null : timeIn(modified) };
}

/** RFC 3659 §4; null when the server does not know the command. Throws a `Fault` when there is no such file. */
export async function fileSize(control: Control, name: WireName): Promise<number | null> {
  const reply = await control.ask(`SIZE ${name}`);
  if (refusesPath(reply)) throw replyFault("SIZE", reply);
  return sizeIn(reply);
}

/** RFC 3659 §3, as `FileRecord.modified`; null when the server does not know the command. Throws a `Fault` like `fileSize`. */
export async function fileTime(control: Control, name: WireName): Promise<string | null> {
  const reply = await control.ask(`MDTM ${name}`);
  if (refusesPath(reply)) throw replyFault("MDTM", reply);
  return timeIn(reply);
}

/** 4xx and 55x are about the path; 50x is a server without the command. */
function refusesPath(reply: Reply): boolean {
  return reply.code >= 400 && (reply.code < 500 || reply.code >= 530);
}

function sizeIn(reply: Reply): number | null {
  const size = /^213[ -](\d+)/.exec(reply.text)?.[1];
  return size === undefined ? null : exactSize(size);
}

function timeIn(reply: Reply): string | null {
  // Without the fraction that some servers add.
  return utcTime(/^213[ -](\d{14})/.exec(reply.text)?.[1] ?? "");
}
