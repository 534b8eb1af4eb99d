/** Names for people: "`a`, `b` and `c`". */
export declare function ticked(names: readonly string[], last?: "and" | "or"): string;
