import type { Control } from "./control.ts";
import { type Reply } from "./replyFault.ts";
import type { Traits } from "./traits.ts";
/**
 * The port on which the server waits for the next data connection. EPSV first: it names no address that could be wrong (RFC 2428 §3).
 * Where it was doubted it comes last: on IPv6 there may be nothing else. Throws a `Fault`.
 */
export declare function passivePort(control: Control, traits: Traits): Promise<number>;
/** The port in the answer to a passive command; undefined if there is none. A PASV address is never used, only its port. */
export declare function passiveReplyPort(command: "EPSV" | "PASV", { code, text }: Reply): number | undefined;
/** The last two of six numbers (RFC 959 §4.1.2 PASV), wherever they stand; undefined if that is no port. */
export declare function portInPasv(text: string): number | undefined;
/** Some firewalls let EPSV pass and swallow its data connection: then PASV, of which they know. */
export declare function doubtEpsv(traits: Traits, error: unknown): void;
