import type { HashAlgorithm } from "../records/record.ts";
import type { WireName } from "./names.ts";
import { type Reply } from "./replyFault.ts";
/** What a server says of a file's bytes. */
export interface FileHash {
    readonly algorithm: HashAlgorithm;
    /** Lower case, with all its digits. */
    readonly hex: string;
}
/**
 * The reply to HASH (draft-bryan-ftpext-hash): `213 SHA-256 0-49 6169…5d20 name`. It says itself which algorithm it is, and of
 * which bytes. Undefined when it is no such reply, or not of the whole file.
 */
export declare function hashInReply(reply: Reply): FileHash | undefined;
/**
 * The reply to XSHA256, XSHA1, XMD5 or XCRC, which is of no one form: `250 0E6A5594` (ProFTPD, Serv-U), with the algorithm's or the
 * file's name before it or behind it elsewhere. The one word that can be the hash is taken; undefined when there is none, or several.
 */
export declare function hashAmongWords(reply: Reply, algorithm: HashAlgorithm, name: WireName): FileHash | undefined;
