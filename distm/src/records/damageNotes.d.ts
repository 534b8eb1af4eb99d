/** Tells people which lines of an input are no records: the first ones, and at its end how many more there are. */
export declare class DamageNotes {
    #private;
    /** `what`: the input's name, such as `the input`. */
    constructor(what: string, tell: (message: string) => void);
    /** Damaged lines so far. */
    get count(): number;
    /** A damaged line: its number, from 1, and what is wrong with it. */
    line(line: number, why: string): void;
    /** The input is over. */
    end(): void;
}
