interface Head<T> {
  item: T;
  readonly rest: Iterator<T>;
}

/** Merges sorted sequences into one (k-way, by a binary heap). Holds one item of each. */
export function* mergeSorted<T>(sources: Iterable<Iterable<T>>, compare: (a: T, b: T) => number): Generator<T, void> {
  const heap: Head<T>[] = [];
  for (const source of sources) {
    const rest = source[Symbol.iterator]();
    const first = rest.next();
    if (first.done !== true) heap.push({ item: first.value, rest });
  }
  const before = (a: Head<T>, b: Head<T>) => compare(a.item, b.item) < 0;
  for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at, before);
  for (let [top] = heap; top !== undefined; [top] = heap) {
    yield top.item;
    const next = top.rest.next();
    if (next.done === true) removeTop(heap);
    else top.item = next.value;
    sink(heap, 0, before);
  }
}

function removeTop<H>(heap: H[]): void {
  const last = heap.pop();
  if (last !== undefined && heap.length > 0) heap[0] = last;
}

/** Moves an item down to where none below it comes before it. */
function sink<H>(heap: H[], from: number, before: (a: H, b: H) => boolean): void {
  const item = heap[from];
  if (item === undefined) return;
  let at = from;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const takesRight = left !== undefined && right !== undefined && before(right, left);
    const child = takesRight ? right : left;
    if (child === undefined || !before(child, item)) break;
    heap[at] = child;
    at = 2 * at + (takesRight ? 2 : 1);
  }
  heap[at] = item;
}
