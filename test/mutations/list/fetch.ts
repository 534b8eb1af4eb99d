import { inFile, type Mutation } from "../mutation.ts";

export const fetchMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/fetch.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a failure is dropped",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "return { outcome: [failure(file, desk, error, tries.count)], desk };",
        replace: "return { outcome: [], desk };",
      },
      {
        name: "a file's outcome is told twice",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "return { outcome: [download(file, desk, landed, { status, started_ms, attempts: tries.count })], desk };",
        replace:
          "const one = download(file, desk, landed, { status, started_ms, attempts: tries.count });\n    return { outcome: [one, one], desk };",
      },
      {
        name: "a fetched file is counted twice",
        promise: "`harvested` has the sums",
        find: "    desk.count(status, held === undefined ? landed.size : 0);\n",
        replace: "    desk.count(status, held === undefined ? landed.size : 0);\n    desk.count(status);\n",
      },
      {
        name: "a failed file is not counted",
        promise: "`harvested` has the sums",
        find: '    desk.count("failed");\n',
        replace: "",
      },
      {
        name: "bytes of files that were here count as fetched",
        promise: "`harvested` has the sums",
        find: "held === undefined ? landed.size : 0",
        replace: "landed.size",
      },
      {
        name: "two files may have one name here",
        promise: "two names that are one here never overwrite each other",
        find: "    const claimed = desks.claim(file, here, place.sink.foldedName(here));\n",
        replace: '    const claimed = "first";\n',
      },
      {
        name: "a server of another configuration is taken for the first one",
        promise: "servers of two configurations with one name are not mixed",
        find: "    desk.checkConfig(file.config, place);\n",
        replace: "",
      },
      {
        name: "a file that a signal abandoned is a failure",
        promise: "what a signal kept from starting is counted as not started",
        find: "    if (desk.signal.aborted) return { outcome: [], desk };\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/heldAlready.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a file of another time is unchanged",
        promise: "a second run fetches only what is new or changed",
        find: " || !sameTime(file.modified, timezone, held.mtime_ms)",
        replace: "",
      },
      {
        name: "`if_exists: always` fetches nothing again",
        promise: "`if_exists: always` fetches such files again",
        find: 'if_exists === "always" || ',
        replace: "",
      },
      {
        name: "a file of another size is unchanged",
        promise: "a second run fetches only what is new or changed",
        find: " || held.size !== file.size",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/desk.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "what was not started is not counted",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "not_started: this.#asked - this.#outcomes",
        replace: "not_started: 0",
      },
      {
        name: "sums are told again and again",
        promise: "counted once: each `by` has its `harvested`",
        find: "    if (this.#told === this.#asked) return undefined;\n",
        replace: "",
      },
      {
        name: "sums are told before the last outcome is in the stream",
        promise: "a server is done when its outcomes reach `listed.files`",
        find: " && this.#asked === this.#handedOn",
        replace: "",
      },
      {
        name: "sessions stay open when a server is done",
        promise: "a server's sessions are closed when its work is done",
        find: "    if (this.#listed === this.#asked && this.#asked === this.#outcomes) this.close();\n",
        replace: "",
        tests: ["test/stages/fetch/keepOrder.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/desks.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a damaged `file` record has no outcome",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: '    if (record.type === "file") return this.#refuse(record);\n',
        replace: '    if (record.type === "file") return [];\n',
      },
      {
        name: "what was not told before is not told at the end",
        promise: "`harvested` has the sums",
        find: "    return [...this.#desks.values()].flatMap(tell);\n",
        replace: "    return [];\n",
      },
      {
        name: "records that are no files are swallowed",
        promise: "a stage hands on every record that it does not consume",
        find: "    if (!isListed(record)) return [record];\n",
        replace: "    if (!isListed(record)) return [];\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/heldAlready.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "in a folder that this harvest has made nothing is ever looked for",
        promise: "a file that is here with the listed size and time is not fetched again",
        find: 'claimed === "first" && ',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/sink/realFolders.ts",
    ["test/sink/folder.test.ts", "test/stages/fetch.test.ts"],
    [
      {
        name: "a folder that was there counts as made",
        promise: "a file that is here with the listed size and time is not fetched again",
        find: 'if (how !== undefined) return how === "made";',
        replace: "if (how !== undefined) return true;",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/claims.ts",
    ["test/stages/fetch/claims.test.ts"],
    [
      {
        name: "a name that another file has is given again",
        promise: "two names that are one here never overwrite each other",
        find: 'throw taken(here.name, folded === undefined ? "tells" : "folds");',
        replace: "return;",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/outcomes.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a `download` record loses what nobody here knows",
        promise: "a stage passes on every field that it does not know",
        find: '  return { ...asked(record), type: "download", run, by, status,',
        replace:
          '  const { server, config, path, name, modified } = record;\n  return { server, config, path, name, modified, size, type: "download", run, by, status,',
      },
    ],
  ),
];
