/** Whatever could go on without the outside has done so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** Waits for what comes without the outside; gives up when nothing can come any more. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; turns < 100_000; turns++) {
    if (condition()) return;
    await settled();
  }
  throw new Error(`it never came: ${condition}`);
}

/** Waits until a value changes no more, however often everybody has had their turn. */
export async function still(value: () => unknown): Promise<void> {
  for (let [last, turns] = [value(), 0]; turns < 1_000; turns++) {
    await settled();
    if (value() === last) continue;
    last = value();
    turns = 0;
  }
}
