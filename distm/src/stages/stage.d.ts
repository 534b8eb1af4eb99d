import type { OperatorFunction } from "rxjs";
import type { OptionTable, OptionValues } from "../config/options.ts";
import type { AnyRecord } from "../records/record.ts";
import type { StageContext } from "./context.ts";
/** Whether a stage works on each server apart, or needs the whole stream. */
export type Scope = "server" | "run";
/**
 * One definition gives a stage's three forms: a command, a step of a YAML pipeline, an RxJS operator. Flags, YAML keys, types,
 * schema and reference all come from `options`.
 */
export interface Stage<O extends OptionTable = OptionTable> {
    /** Its word in a pipeline, and in the command's name: `list` is `ftp-list`. */
    readonly name: string;
    readonly summary: string;
    /** `server` stages work on each server apart and may run elsewhere; `run` stages need the whole stream. */
    readonly scope: Scope;
    /** Where the scope depends on the options: stands for `scope`. */
    scopeWith?(options: OptionValues<O>): Scope;
    readonly options: O;
    /** The option that may stand for all: `- tee: listed.ndjson` in a pipeline, the operand of the command. */
    readonly main?: keyof O & string;
    /** Where it must stand in a pipeline; anywhere in between unless said. */
    readonly place?: "first" | "last";
    /** It asks for no server's settings and no session: its command need not load what reads configurations and speaks FTP. */
    readonly offline?: true;
    /** Types of records that it consumes; it hands on all others. For diagrams; none unless said. */
    readonly takes?: readonly string[];
    /** Types of records that it makes. For diagrams; none unless said. */
    readonly makes?: readonly string[];
    /** Lines for `--help` and the reference: a command and what it does. */
    readonly examples: readonly (readonly [command: string, does: string])[];
    /**
     * The work: takes in the records that it knows, hands on all others untouched, and reports what goes wrong as records. It
     * completes when its input has, and closes everything when it is unsubscribed from. Nothing begins before it is subscribed to: it is
     * also made only to see whether the values go together. Throws a `UsageError` where they do not.
     */
    operator(options: OptionValues<O>, context: StageContext): OperatorFunction<AnyRecord, AnyRecord>;
}
/** Keeps the option types while checking the shape. */
export declare function defineStage<const O extends OptionTable>(stage: Stage<O>): Stage<O>;
export declare function scopeOf<O extends OptionTable>(stage: Stage<O>, options: OptionValues<O>): Scope;
