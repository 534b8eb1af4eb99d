import type { OptionValues } from "../../config/options.ts";
import type { fileSelectionOptions } from "./fileSelectionOptions.ts";
/** What is known of a file when it is chosen or left. */
export interface Candidate {
    readonly name: string;
    readonly size: number | null;
    readonly modified: string | null;
}
export interface FileSelection {
    file(candidate: Candidate): boolean;
    /** Whether anything below the folder (or a link) may be wanted: it is not excluded. */
    folder(name: string): boolean;
}
/**
 * Makes the choice. What the server does not tell (a size, a time) never loses a file: it is wanted then. A time as coarse as a
 * day counts as the end of that day for `newerThan`, and for `olderThan` too: nothing that may still be young is taken.
 */
export declare function fileSelection(options: OptionValues<typeof fileSelectionOptions>, timezone: string, now_ms: number): FileSelection;
