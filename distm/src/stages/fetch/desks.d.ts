import type { Fairness } from "../../flow/fairMergeMap.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { SinkFile } from "../../sink/sink.ts";
import type { StageContext } from "../context.ts";
import { type Claimed } from "./claims.ts";
import { Desk } from "./desk.ts";
import type { WantedFile } from "./wantedFile.ts";
/** What a fetch stage's options say of all its servers. */
export interface DeskOptions {
    readonly jobs: number | undefined;
    readonly to: string | undefined;
    readonly waitLock: number;
    readonly servers: number;
    readonly checksum: boolean;
}
/** A file that has been seen to. Without an outcome when it was abandoned: it counts as not started. */
export interface Attended {
    readonly outcome: readonly AnyRecord[];
    readonly desk: Desk;
}
/** The servers of a fetch stage's stream, each with its desk, and how the work is divided among them. */
export declare class Desks implements Fairness<WantedFile> {
    #private;
    readonly keysAtOnce: number;
    constructor(options: DeskOptions, context: StageContext);
    keyOf(file: WantedFile): string;
    atOnce(file: WantedFile): number;
    left(key: string): void;
    /** The desk of a file's server. */
    of({ record, server, config }: WantedFile): Desk;
    /** A file has come and will get its outcome. */
    ask(file: WantedFile): WantedFile;
    /** Gives a file its name here, `folded` as in `Claims`. Throws a `Fault` where another file has it. */
    claim(file: WantedFile, here: SinkFile, folded: string | undefined): Claimed;
    /**
     * A record that is no file to fetch passes; some say something of their server, and it may be done then. A `file` record without
     * what it takes to fetch it has its outcome at once.
     */
    passOn(record: AnyRecord): readonly AnyRecord[];
    /** The outcome of a file, if it has one, and the sums of its server if it was the last one. */
    handOn({ outcome, desk }: Attended): readonly AnyRecord[];
    inputIsOver(): void;
    /** The end of the input: every server's sums that have not been told. */
    finish(): readonly AnyRecord[];
    /** Ends everything, also what is on its way. */
    close(): void;
}
