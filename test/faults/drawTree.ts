import fc from "fast-check";
import { PIECE_SIZES } from "../../src/stages/fetch/segmenting.ts";
import type { TreeChange } from "../servers/scripted/fault.ts";
import type { FilePlan } from "./schedule.ts";
import { TRAP } from "./truth.ts";

/** Three deep; one of them is a link here that leads outside. */
const FOLDERS = ["", "/in", "/in/deep er", "/in/deep er/100%", "/日报", `/${TRAP}`];

const ODD_NAMES = [
  ...["two words.txt", "日报表.csv", "50%.dat", "ünïcode", "semi;colon=1", '"quoted"', "-dash", "star*[1]", "~tilde"],
  ...["a\\b", "UPPER", "upper", ".hidden", "x".repeat(255), "é".repeat(127), "back`tick$HOME", "# hash"],
];

/** A name of more than 255 bytes, one that climbs, names of our own, a NUL. */
const UNSAFE_NAMES = [
  "y".repeat(256),
  "é".repeat(128),
  "..",
  ".0123456789abcdef-0badcafe.fh-part",
  ".s.fh-lock",
  "a\0b",
];

const drawName = fc.oneof(
  { weight: 30, arbitrary: fc.nat(29).map((place) => `f${place}.bin`) },
  { weight: 6, arbitrary: fc.constantFrom(...ODD_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...UNSAFE_NAMES) },
);

/** Beside the others so many that some of them are listed before their turn. */
const MORE_FOLDERS = Array.from({ length: 12 }, (_, n) => (n % 3 === 2 ? `/day ${n - 1}/${n}` : `/day ${n}`));

const drawFolder = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...FOLDERS.slice(0, -1)) },
  { weight: 15, arbitrary: fc.constantFrom(...MORE_FOLDERS) },
  { weight: 1, arbitrary: fc.constantFrom(...FOLDERS.slice(-1)) },
);

/** Many small ones, some around 64 KiB, from where on files are gone on with, and some large ones. */
const drawSize = fc.oneof(
  { weight: 4, arbitrary: fc.nat(3_000) },
  { weight: 2, arbitrary: fc.integer({ min: 65_000, max: 66_500 }) },
  { weight: 3, arbitrary: fc.nat(300_000) },
);

/** Some of one second, some of one minute, some of one day, some of others. */
const drawModified = fc
  .record({ day: fc.integer({ min: 1, max: 3 }), minute: fc.constantFrom(4, 4, 5), second: fc.nat(3) })
  .map(({ day, minute, second }) => `2026010${day}030${minute}0${second}`);

const drawSeed = fc.nat(0xffff);

const honest = { size: drawSize, seed: drawSeed, modified: drawModified };

const drawFile: fc.Arbitrary<FilePlan> = fc.oneof(
  { weight: 30, arbitrary: fc.record(honest) },
  { weight: 1, arbitrary: fc.record({ ...honest, said: fc.nat(300_000) }) },
  { weight: 1, arbitrary: fc.record({ ...honest, listed: fc.nat(300_000) }) },
);

type Files = Readonly<Record<string, FilePlan>>;

/** Files by their paths, so many at the most. */
export function drawFiles(most: number): fc.Arbitrary<Files> {
  return fc
    .uniqueArray(fc.record({ folder: drawFolder, name: drawName, file: drawFile }), {
      maxLength: most,
      // All lengths alike: without it fast-check keeps to ten.
      size: "max",
      selector: ({ folder, name }) => `${folder}/${name}`,
    })
    .map((all) => Object.fromEntries(all.map(({ folder, name, file }) => [`${folder}/${name}`, file])));
}

/** Few, each so large that what is here of it is gone on with. */
export const drawLargeFiles: fc.Arbitrary<Files> = fc
  .array(fc.record({ ...honest, size: fc.integer({ min: 100_000, max: 250_000 }) }), { minLength: 1, maxLength: 4 })
  .map((all) => Object.fromEntries(all.map((file, place) => [`/large${place}.bin`, file])));

const { from_bytes, least_bytes } = PIECE_SIZES;

/** Just enough for four segments, or for five. */
const drawHugeSize = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: from_bytes.number, max: from_bytes.number + 1_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5 * least_bytes, max: 5 * least_bytes + 1_000_000 }) },
);

/** Of so few seeds that many files and versions share their bytes. */
const HUGE_SEEDS = 3;

const honestHuge = { ...honest, size: drawHugeSize, seed: fc.nat(HUGE_SEEDS - 1) };

const drawHugeFile: fc.Arbitrary<FilePlan> = fc.oneof(
  { weight: 20, arbitrary: fc.record(honestHuge) },
  { weight: 1, arbitrary: fc.record({ ...honestHuge, said: fc.nat(24_000_000) }) },
  { weight: 1, arbitrary: fc.record({ ...honestHuge, listed: fc.nat(24_000_000) }) },
  // A small one that is said to be huge.
  { weight: 1, arbitrary: fc.record({ ...honest, said: drawHugeSize }) },
);

/** Few that come in segments, and some small ones. */
export const drawHugeFiles: fc.Arbitrary<Files> = fc
  .record({
    huge: fc.oneof(
      { weight: 2, arbitrary: fc.tuple(drawHugeFile) },
      { weight: 1, arbitrary: fc.tuple(drawHugeFile, drawHugeFile) },
    ),
    more: fc.array(drawFile, { maxLength: 4 }),
  })
  .map(({ huge, more }) =>
    Object.fromEntries([
      ...huge.map((file, place) => [`/huge${place}.bin`, file] as const),
      ...more.map((file, place) => [`${place % 2 === 0 ? "" : "/in"}/f${place}.bin`, file] as const),
    ]),
  );

/** One that comes in segments with `auto`. */
export const drawHugestFile: fc.Arbitrary<Files> = fc
  .record({
    ...honestHuge,
    seed: fc.constant(0),
    size: fc.integer({ min: from_bytes.auto, max: from_bytes.auto + 100_000 }),
  })
  .map((file) => ({ "/hugest.bin": file }));

/** What a change does to a file that is so large now. */
export interface DrawnChange {
  readonly what: "rewrite" | "grow" | "shrink" | "delete";
  readonly by: number;
  readonly seed: number;
  readonly modified: string;
  /** The old bytes stay, as far as there are as many now: a log that grows. */
  readonly goesOn: boolean;
  readonly inPlace: boolean;
}

const anyChange = {
  what: fc.constantFrom<DrawnChange["what"]>("rewrite", "grow", "shrink", "delete"),
  by: fc.integer({ min: 1, max: 70_000 }),
  seed: drawSeed,
  modified: drawModified,
  goesOn: fc.boolean(),
  inPlace: fc.boolean(),
};

export const drawChange: fc.Arbitrary<DrawnChange> = fc.record(anyChange);

/** Other bytes of the same number: only their time tells them from the old ones. */
export const drawRewriting: fc.Arbitrary<DrawnChange> = fc.record({
  ...anyChange,
  what: fc.constant("rewrite"),
  goesOn: fc.constant(false),
  inPlace: fc.constantFrom(true, true, false),
});

/** The change of a file that is there, or a new one. */
export function changeOf(file: FilePlan | undefined, drawn: DrawnChange): TreeChange {
  const { what, by, modified } = drawn;
  if (file === undefined) return { size: by, seed: drawn.seed, modified };
  if (what === "delete") return null;
  const size = { rewrite: file.size, grow: file.size + by, shrink: Math.max(0, file.size - by) }[what];
  const seed = drawn.goesOn ? file.seed : size >= from_bytes.number ? anotherHuge(file.seed, drawn.seed) : drawn.seed;
  return { size, seed, modified, ...(drawn.inPlace && { inPlace: true }) };
}

function anotherHuge(seed: number, drawn: number): number {
  return (seed + 1 + (drawn % (HUGE_SEEDS - 1))) % HUGE_SEEDS;
}
