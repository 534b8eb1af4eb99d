/** JSON that a terminal can be shown: what is unprintable and JSON leaves raw is escaped, too. */
export declare function jsonText(value: unknown): string;
/** The items of a JSON array, without its brackets, in pieces. */
export declare function jsonItems(items: Iterable<unknown>): Generator<string, void>;
