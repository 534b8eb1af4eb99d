/** Digits as a number of bytes; null when they are none, or too many to be counted exactly. */
export declare function exactSize(digits: string): number | null;
