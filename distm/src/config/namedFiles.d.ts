import { type NetrcEntry } from "./netrc.ts";
/**
 * The files that configurations name: certificates, passwords, netrc. Each is read once and shared, for a thousand servers may name
 * the same one.
 */
export declare class NamedFiles {
    #private;
    /** Throws an `UnreadableFile`, also for what is not UTF-8. */
    text(path: string, most_bytes: number): string;
    /** Throws an `UnreadableFile`. */
    netrc(path: string): readonly NetrcEntry[];
}
