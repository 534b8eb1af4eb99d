/** From this size on, those who ask for the bytes of one seed share them. */
export const SHARED_bytes = 4 * 1024 * 1024;

/** Room for files that are a little larger or grow. */
const ROOM_bytes = 32 * 1024 * 1024;

/** By their seeds, of which there are few. */
const shared = new Map<number, ArrayBuffer>();

/**
 * The bytes that a seed stands for, which nobody may change. Other seeds give wholly other bytes, and a longer content begins with the
 * shorter one of its seed, as a file does that grows. A megabyte takes about a millisecond.
 */
export function contentOf(size: number, seed: number): Buffer {
  if (size < SHARED_bytes) return Buffer.from(drawn(size, seed), 0, size);
  let bytes = shared.get(seed);
  if (bytes === undefined || bytes.byteLength < size) {
    bytes = drawn(Math.max(ROOM_bytes, size + SHARED_bytes), seed);
    shared.set(seed, bytes);
  }
  return Buffer.from(bytes, 0, size);
}

/** A content that somebody has asked for with just these bytes, else a copy of them: they need not be kept. */
export function asContent(bytes: Buffer): Buffer {
  for (const whole of shared.values()) {
    if (whole.byteLength < bytes.length) continue;
    const same = Buffer.from(whole, 0, bytes.length);
    if (same.equals(bytes)) return same;
  }
  return Buffer.from(bytes);
}

function drawn(size: number, seed: number): ArrayBuffer {
  const words = new Uint32Array(Math.ceil(size / 4));
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) || 1; // xorshift32 never leaves 0
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return words.buffer;
}
