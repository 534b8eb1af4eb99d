import type { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Landed } from "./landing.ts";
import type { WantedFile } from "./wantedFile.ts";
/** What marks an outcome as one of this stage process. */
interface Stamp {
    readonly run: string;
    readonly by: string;
}
/** What became of a file that is here, beside what is known of its bytes. */
interface Here {
    readonly status: "fetched" | "unchanged";
    readonly started_ms: number;
    readonly attempts: number;
}
/** The `download` record: all fields of the `file` record, and where the file is now. */
export declare function download({ record }: WantedFile, { run, by }: Stamp, landed: Landed, here: Here): AnyRecord;
/** The `failure` record: all fields of the `file` record, and why it is not here. */
export declare function failure({ record }: WantedFile, { run, by }: Stamp, fault: Fault, attempts: number): AnyRecord;
export {};
