import { TreeCopy } from "./treeCopy.ts";

/** Copies of the tree, each with one piece of work at a time. */
export class Trees implements Disposable {
  readonly first = new TreeCopy();
  readonly #copies: readonly TreeCopy[];

  /** @param count 1 or more */
  constructor(count: number) {
    this.#copies = [this.first, ...Array.from({ length: count - 1 }, () => new TreeCopy())];
  }

  /** Does a piece of work for each item; results are in the items' order. Rejects when all are done with what they had begun. */
  async each<T, R>(items: readonly T[], work: (item: T, tree: TreeCopy) => Promise<R>): Promise<R[]> {
    const results = new Map<number, R>();
    const left = items.entries();
    const workOn = async (tree: TreeCopy) => {
      // One iterator for all of them: each item is taken once.
      for (const [place, item] of left) results.set(place, await work(item, tree));
    };
    const ends = await Promise.allSettled(this.#copies.map(workOn));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
  }

  [Symbol.dispose](): void {
    for (const tree of this.#copies) tree[Symbol.dispose]();
  }
}
