import type { Names, WireName } from "../../ftp/names.ts";
/**
 * Names of one folder that would be the same here: one that the encoding does not fit has its bytes here, and these may be the UTF-8
 * of another one's text. So it is where two clients upload a file under one name, each in its own encoding.
 */
export declare class NameTwins {
    #private;
    constructor(names: Names);
    /** Takes note of a folder's name; all are to be noted before one is asked for. */
    note(name: WireName): void;
    /** Whether the text of a name is what the bytes of another one are here. */
    has(name: WireName): boolean;
    /** The next folder is another one. */
    clear(): void;
}
