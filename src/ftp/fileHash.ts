import type { HashAlgorithm } from "../records/record.ts";
import { algorithmListedAs } from "./hashOffers.ts";
import type { WireName } from "./names.ts";
import { isPositive, type Reply } from "./replyFault.ts";

/** What a server says of a file's bytes. */
export interface FileHash {
  readonly algorithm: HashAlgorithm;
  /** Lower case, with all its digits. */
  readonly hex: string;
}

const DIGITS: Readonly<Record<HashAlgorithm, number>> = { sha256: 64, sha1: 40, md5: 32, crc32: 8 };

/**
 * The reply to HASH (draft-bryan-ftpext-hash): `213 SHA-256 0-49 6169…5d20 name`. It says itself which algorithm it is, and of
 * which bytes. Undefined when it is no such reply, or not of the whole file.
 */
export function hashInReply(reply: Reply): FileHash | undefined {
  const [, name = "", digits = ""] = /^213 (\S+) 0-\d+ ([0-9a-f]+)(?: |$)/i.exec(lastLine(reply)) ?? [];
  const algorithm = algorithmListedAs(name);
  return algorithm === undefined ? undefined : fileHash(algorithm, digits);
}

/**
 * The reply to XSHA256, XSHA1, XMD5 or XCRC, which is of no one form: `250 0E6A5594` (ProFTPD, Serv-U), with the algorithm's or the
 * file's name before it or behind it elsewhere. The one word that can be the hash is taken; undefined when there is none, or several.
 */
export function hashAmongWords(reply: Reply, algorithm: HashAlgorithm, name: WireName): FileHash | undefined {
  if (!isPositive(reply)) return undefined;
  const words = lastLine(reply)
    .slice(CODE_LENGTH)
    .replaceAll(name, " ")
    .split(/[\s"=:;,]+/);
  const [found, ...others] = words.flatMap((word) => fileHash(algorithm, word) ?? []);
  return others.length > 0 ? undefined : found;
}

const CODE_LENGTH = "250 ".length;

/** Some servers leave out the leading zeros of a CRC, which is a number to them, or write it as one: `0x6A5594`. */
function fileHash(algorithm: HashAlgorithm, word: string): FileHash | undefined {
  const isNumber = algorithm === "crc32";
  const digits = isNumber ? word.replace(/^0x/i, "") : word;
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  const hex = (isNumber ? digits.padStart(DIGITS.crc32, "0") : digits).toLowerCase();
  return hex.length === DIGITS[algorithm] ? { algorithm, hex } : undefined;
}

/** ProFTPD says in a line before it what it computes. */
function lastLine(reply: Reply): string {
  return reply.text.trimEnd().split("\n").at(-1) ?? "";
}
