/**
 * The bytes that a seed stands for. Other seeds give wholly other bytes, and a longer content begins with the shorter one of its seed,
 * as a file does that grows. A megabyte takes about a millisecond.
 */
export function contentOf(size: number, seed: number): Buffer {
  const words = new Uint32Array(Math.ceil(size / 4));
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) || 1; // xorshift32 never leaves 0
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return Buffer.from(words.buffer, 0, size);
}
