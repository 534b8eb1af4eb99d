/** Merges sorted sequences into one (k-way, by a binary heap). Holds one item of each. */
export declare function mergeSorted<T>(sources: Iterable<Iterable<T>>, compare: (a: T, b: T) => number): Generator<T, void>;
