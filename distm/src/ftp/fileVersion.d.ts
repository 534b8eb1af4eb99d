import type { Control } from "./control.ts";
import type { WireName } from "./names.ts";
/** What the server says of a file now (SIZE, MDTM; RFC 3659 §3, §4). */
export interface FileVersion {
    /** Bytes; null: it does not say. */
    readonly size: number | null;
    /** As `FileRecord.modified`, ending in `Z`; null: it does not say. */
    readonly modified: string | null;
}
/** Asks for size and time in one write. Throws a `Fault` when the file is gone: the server knows neither, and refuses the path. */
export declare function fileVersion(control: Control, name: WireName): Promise<FileVersion>;
/** RFC 3659 §4; null when the server does not know the command. Throws a `Fault` when there is no such file. */
export declare function fileSize(control: Control, name: WireName): Promise<number | null>;
/** RFC 3659 §3, as `FileRecord.modified`; null when the server does not know the command. Throws a `Fault` like `fileSize`. */
export declare function fileTime(control: Control, name: WireName): Promise<string | null>;
