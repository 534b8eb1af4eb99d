import type { OperatorFunction } from "rxjs";
import { type RecordInput } from "../pipeline/recordInput.ts";
import { type AnyRecord, type SourceRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import type { World } from "./world.ts";
/** A stage about to run as a command. */
export interface StageCommand {
    readonly stage: string;
    /** A stage that others wrote may change records where they are: what it hands on is written anew. Ours never do. */
    readonly author?: "others" | undefined;
    /** Reads records from stdin; else it begins the pipe. */
    readonly reads: boolean;
    readonly allowEmpty: boolean;
    /** See `Stage.offline`. */
    readonly offline?: true | undefined;
    /** Stands for the configuration that records name. */
    readonly config?: string | undefined;
    /** fetch: the folder given with --to, for the journal. */
    readonly to?: string | undefined;
    /** Makes the work. Throws a `UsageError` before anything has started. */
    readonly prepare: (context: StageContext) => PreparedStage;
}
export interface PreparedStage {
    readonly operator: OperatorFunction<AnyRecord, AnyRecord>;
    readonly selection?: SourceRecord["selection"];
}
/** Runs a stage between stdin and stdout. */
export declare function runStageCommand(command: StageCommand, world: World): Promise<number>;
/** Records from stdin. Throws a `UsageError` when a person sits there. */
export declare function input(world: World): RecordInput;
/** What -v shows. */
export declare function detail(record: AnyRecord, { terminal }: World): void;
