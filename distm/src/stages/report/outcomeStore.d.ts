import { type Note } from "./noteBytes.ts";
import { OutcomeCount } from "./outcomeCount.ts";
import { type OutcomeGroup } from "./outcomeKind.ts";
import { type SortedRun } from "./sortedRun.ts";
import { type Chain } from "./spool.ts";
type Runs = Readonly<Record<OutcomeGroup, SortedRun[]>>;
/** One server's outcomes: few are sorted when they are asked for, many lie sorted on disk. */
export type StoredOutcomes = {
    readonly chain: Chain;
} | {
    readonly runs: Runs;
};
/** What all notes of one server come to. */
export interface Settled {
    readonly count: OutcomeCount;
    readonly outcomes: StoredOutcomes;
}
/**
 * The notes of all servers and, once they are settled, each server's outcomes in the order of their names. The notes of one file may lie
 * anywhere. So those of a server with many are dealt out by their keys into parts: each has all notes of its files, and fits in
 * memory. It is weighed, sorted and written as runs, and who reads merges the runs of all parts. The disk has each note twice then,
 * and those of one server at a time once more.
 */
export declare class OutcomeStore {
    #private;
    /** `parent`: the folder on whose disk the notes are kept. */
    constructor(parent: string, withUnchanged: boolean);
    /** Bytes of notes in memory. */
    get held(): number;
    chain(): Chain;
    /** Throws a `Fault` `disk`. */
    add(chain: Chain, note: Note): void;
    /**
     * Weighs all notes of one server, in small pieces of work. `sources`: the stage processes whose files are told apart. Throws a
     * `Fault` `disk`.
     */
    settle(chain: Chain, sources: readonly number[]): Generator<void, Settled>;
    /** Each file of some groups once, by name. Throws a `Fault` `disk`. */
    sorted(stored: StoredOutcomes, groups: readonly OutcomeGroup[]): Generator<Note, void>;
    close(): void;
}
export {};
