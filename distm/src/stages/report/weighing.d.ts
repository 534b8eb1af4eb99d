import { type Note } from "./noteBytes.ts";
/** Different files that one stage process gave an outcome, and those of them that it said had failed. */
export interface SourceFiles {
    readonly outcomes: Set<bigint>;
    readonly failures: Set<bigint>;
}
/** All notes of some files, weighed: each file once, with its best outcome. All of them are held, about 300 bytes each. */
export declare class Weighing {
    #private;
    readonly best: Map<bigint, Note>;
    readonly sources: ReadonlyMap<number, SourceFiles>;
    /** `sources`: the stage processes whose files are told apart. */
    constructor(sources?: Iterable<number>);
    /** Takes whole notes. */
    add(chunk: Buffer): void;
}
