/** 64 bits that stand for a text, in two halves of 32. */
export interface TextHash {
    high: number;
    low: number;
}
/**
 * Hashes a text into `hash` (kept from call to call: there is one for each record). Two lanes of multiplying and xoring, stirred by a
 * seed. Among a million texts two are the same with a chance of about one in ten million. The seed is to be drawn by each process
 * anew, so that no server can choose names that hide one another.
 */
export declare function hashInto(hash: TextHash, text: string, seed: number): void;
/** So that nobody can choose texts that share a hash. (The global is loaded when it is used, `node:crypto` at each start.) */
export declare function newSeed(): number;
