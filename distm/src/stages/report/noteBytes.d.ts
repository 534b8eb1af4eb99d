/** What is noted of a file. */
export interface Note {
    /** 64 bits for run and path, from `hashInto`: so seldom the same for two files that nothing else is compared. */
    readonly high: number;
    readonly low: number;
    /** Number of the stage process that said it. */
    readonly source: number;
    /** One of `OUTCOME`. */
    readonly outcome: number;
    /** Bytes; NaN if unknown. */
    readonly size: number;
    /** "" when it is not about a file. */
    readonly name: string;
    /** What else is told of a failure; else "". */
    readonly detail: string;
}
/** A note takes no more. */
export declare function mostBytes({ name, detail }: Note): number;
/** Writes a note as it lies on disk, where there is room for `mostBytes`. Returns its end. */
export declare function writeNote(note: Note, into: Buffer, begin: number): number;
/** The whole notes that some bytes begin with. Each is valid only until the next one. */
export declare function notesIn(bytes: Buffer): Generator<NoteView, void>;
/** How many bytes the first of these notes has, which need not be there as a whole. */
export declare function lengthOfFirst(bytes: Buffer): number;
/** Reads a note where it lies: one object for all notes of a chunk. */
export declare class NoteView {
    #private;
    /** Where the note ends. */
    end: number;
    constructor(bytes: Buffer);
    /** False when no whole note begins there. */
    moveTo(begin: number): boolean;
    get bytes(): number;
    /** Run and path. */
    get key(): bigint;
    get high(): number;
    get source(): number;
    get outcome(): number;
    get encoded(): Uint8Array;
    decoded(): Note;
}
