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
export function hashInto(hash: TextHash, text: string, seed: number): void {
  beginHash(hash, seed);
  hashOn(hash, text);
  endHash(hash);
}

/** For several texts: `hashOn` for each, then `endHash`. To put them together first takes longer than to hash them. */
export function beginHash(hash: TextHash, seed: number): void {
  hash.high = 0xdeadbeef ^ seed;
  hash.low = 0x41c6ce57 ^ seed;
}

/** Takes in another text; where one ends and the next begins makes a difference. */
export function hashOn(hash: TextHash, text: string): void {
  let { high, low } = hash;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    high ^= high >>> 15;
    low = Math.imul(low ^ unit, 0x5f356495);
    low ^= low >>> 13;
  }
  hash.high = Math.imul(high ^ text.length, 0x9e3779b1);
  hash.low = Math.imul(low ^ text.length, 0x5f356495);
}

export function endHash(hash: TextHash): void {
  hash.high = finish(hash.high);
  hash.low = finish(hash.low);
}

/** The end of murmur3: every bit of the input changes about half of the bits. */
function finish(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** So that nobody can choose texts that share a hash. (The global is made when it is used.) */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
