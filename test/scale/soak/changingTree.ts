import { existsSync, mkdirSync, rmSync } from "node:fs";
import { bytesOf, compareTrees, filesOf, plantFile, readTree } from "../../servers/trees.ts";

const FOLDERS = 10;
/** Every so many files change in a step, others come and go. */
const CHANGED_OF = 10;
/** A prime, so that no two versions of a file that follow each other have the same size: the time alone would not tell them apart within a minute. */
const SIZE_STEP = 37;
const MOST_SIZE = 6_000;

/** A server's folder in which some files change, vanish and come back with each step; their number and names stay within the same bounds. */
export class ChangingTree {
  readonly root: string;
  readonly #count: number;
  #step = 0;

  constructor(root: string, count: number) {
    this.root = root;
    this.#count = count;
    mkdirSync(root, { mode: 0o755 });
    for (let order = 0; order < count; order++) this.#plant(order);
  }

  change(): void {
    this.#step++;
    for (let order = this.#step % CHANGED_OF; order < this.#count; order += CHANGED_OF) {
      // A third of them is not there until their next turn.
      if ((order + this.#step) % 3 === 0) rmSync(`${this.root}/${nameOf(order)}`, { force: true });
      else this.#plant(order);
    }
  }

  /** What a harvest of it lacks or has wrong; files that have vanished here may stay there, part files may not. */
  faultsOf(harvested: string): string[] {
    if (!existsSync(harvested)) return [`${harvested} is missing`];
    const here = filesOf(readTree(harvested));
    const { missing, different } = compareTrees(filesOf(readTree(this.root)), here);
    const left = [...here.keys()].filter((name) => name.includes(".fh-"));
    return [
      ...missing.map((name) => `${harvested}/${name} is missing`),
      ...different.map((name) => `${harvested}/${name} has other bytes`),
      ...left.map((name) => `${harvested}/${name} was left`),
    ];
  }

  #plant(order: number): void {
    const name = nameOf(order);
    const size = (order * 101 + this.#step * SIZE_STEP) % MOST_SIZE;
    plantFile(this.root, name, bytesOf(`${name} ${this.#step}`, size), order);
  }
}

function nameOf(order: number): string {
  return `dir${order % FOLDERS}/file${order}.bin`;
}
