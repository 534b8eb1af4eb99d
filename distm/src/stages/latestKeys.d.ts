/**
 * Which keys came before. Memory is bounded: two generations of keys, of which the older is forgotten when the younger is full. A key
 * that was forgotten counts as new. Keys are told apart by 64 bits: among a million, two are taken for one once in ten million times.
 */
export declare class LatestKeys {
    #private;
    /** `mostKeys`: in each of the two generations. */
    constructor(mostKeys?: number);
    has(key: string): boolean;
    /** False when the key is known. */
    add(key: string): boolean;
}
