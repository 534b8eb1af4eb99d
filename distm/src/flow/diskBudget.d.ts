/** Bytes on disk that several spill files share. */
export declare class DiskBudget {
    #private;
    readonly bytes: number;
    constructor(bytes: number);
    /** Whether so many more would be too many. */
    lacks(bytes: number): boolean;
    /** Less than 0 gives back. */
    take(bytes: number): void;
}
