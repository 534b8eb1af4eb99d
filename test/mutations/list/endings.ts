import { inFile, type Mutation } from "../mutation.ts";

export const endingsMutations: readonly Mutation[] = [
  ...inFile(
    "src/pipeline/endingSource.ts",
    ["test/pipeline/endings.test.ts"],
    [
      {
        name: "a stage that was killed is not noticed",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: 'gone: "cut"',
        replace: 'gone: "ended"',
      },
      {
        name: "a missing `end` is taken for an end",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: 'return source.end === undefined ? "open" : "ended"',
        replace: 'return "ended"',
      },
      {
        name: "a reader that left is taken for an end",
        promise: "after *closed* only the servers that appeared are reported",
        find: '  if (journal.closed) return "closed";\n',
        replace: "",
      },
      {
        name: "a process of another boot counts as killed",
        promise: "sources of another boot are open",
        find: 'process.boot === thisProcess().boot ? lives(process) : "elsewhere"',
        replace: "lives(process)",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/endings.ts",
    ["test/pipeline/endings.test.ts"],
    [
      {
        name: "input without its last newline is whole",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "const cut = input.unterminated || input.damaged > 0",
        replace: "const cut = input.damaged > 0",
      },
      {
        name: "damaged lines leave the input whole",
        promise: "damaged input is told with its line, and the rest goes on",
        find: "const cut = input.unterminated || input.damaged > 0",
        replace: "const cut = input.unterminated",
      },
      {
        name: "an empty input is fine",
        promise: "the report is never better than the truth",
        find: "code: empty || cut ? 3 : 0",
        replace: "code: cut ? 3 : 0",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/endingMissed.ts",
    ["test/pipeline/endings.test.ts"],
    [
      {
        name: "what a filter took is not read back",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "      yield record;\n    }\n  }\n  for (const source of sources.filter(onlyAdds))",
        replace: "      void record;\n    }\n  }\n  for (const source of sources.filter(onlyAdds))",
      },
      {
        name: "what was seen is read back once more",
        promise: "counted once: an outcome is known by run, server and path, and success beats failure",
        find: "if (seen.add(record)) yield record",
        replace: 'if (seen.add(record) || record.type !== "") yield record',
      },
    ],
  ),
  ...inFile(
    "src/pipeline/endingHidden.ts",
    ["test/pipeline/endings.test.ts", "test/pipes/filters.test.ts"],
    [
      {
        name: "stages of which a filter took every record are not looked for",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "        sourceNamed(sources, by, run, true);\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/endingTrail.ts",
    ["test/pipeline/endings.test.ts"],
    [
      {
        name: "who a source read from is not asked",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    for (const { by, run } of namesBefore(source)) sourceNamed(sources, by, run, false);\n",
        replace: "",
      },
      {
        name: "what stages in between saw is not heard",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: '      if (how !== "open") judged.set(',
        replace: '      if (how === "open") judged.set(',
      },
    ],
  ),
];
