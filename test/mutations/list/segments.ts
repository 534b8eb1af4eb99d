import { inFile, type Mutation } from "../mutation.ts";

const PROMISE = "a file in segments is whole and of one version, whatever becomes of its sessions";

export const segmentsMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/fetch/piece.ts",
    ["test/stages/fetch/pieces.test.ts", "test/stages/fetch/segments.test.ts"],
    [
      {
        name: "where two pieces meet, their bytes may differ",
        promise: PROMISE,
        find: "    if (Buffer.compare(expected, bytes.subarray(0, expected.length)) !== 0) return false;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/pieceStream.ts",
    ["test/stages/fetch/pieceStream.test.ts"],
    [
      {
        name: "what came past a file's end leaves the bytes before it",
        promise: "more bytes than promised are never taken on trust",
        find: "      return undefined;\n    }\n    const taken",
        replace: "    }\n    const taken",
      },
    ],
  ),
  ...inFile(
    "src/sink/rangedPart.ts",
    ["test/sink/keptRanges.test.ts"],
    [
      {
        name: "the note of ranges stays behind the file's end",
        promise: PROMISE,
        find: "      ftruncateSync(this.#handle.open(), this.#size);\n",
        replace: "",
      },
      {
        name: "a file of which a range is missing gets its name",
        promise: PROMISE,
        find: "if (!this.#ranges.isWhole(this.#size)) throw",
        replace: "if (this.#ranges.bytes === 0) throw",
      },
    ],
  ),
];
