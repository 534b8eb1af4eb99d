import { inFile, type Mutation } from "../mutation.ts";

export const walkMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/list/findings.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a listing that lacks something is complete",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    this.complete = false;\n",
        replace: "",
      },
      {
        name: "files are not counted",
        promise: "`listed` says how many files there are",
        find: "    this.#files++;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/walk.ts",
    ["test/stages/list.test.ts", "test/stages/list/walk.test.ts"],
    [
      {
        name: "a listing that a signal ended is complete",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (request.signal.aborted) findings.complete = false;\n",
        replace: "    if (request.signal.aborted) findings.complete = true;\n",
      },
      {
        name: "the sums of a listing that failed are not told",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "  yield [findings.listed(Math.round(performance.now() - started_ms))];\n",
        replace: "  if (findings.complete) yield [findings.listed(Math.round(performance.now() - started_ms))];\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/walker.ts",
    ["test/stages/list.test.ts", "test/stages/list/readAhead.test.ts"],
    [
      {
        name: "an incomplete listing is no failure",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (incomplete !== undefined) {\n",
        replace: '    if (incomplete === "") {\n',
      },
      {
        name: "a folder that can't be listed is passed over",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "      yield [this.#findings.failure(this.#sessions.survived(error), folder.path)];\n",
        replace: "      this.#sessions.survived(error);\n",
      },
      {
        name: "`max_entries` counts for nothing",
        promise: "a tree that is endless in width ends",
        find: "this.#entries + before >= max_entries",
        replace: "this.#entries + before < 0",
      },
      {
        name: "entries that were listed before their turn count for nothing",
        promise: "a tree that is endless in width ends",
        find: "this.#entries + read.entries.length <= this.#request.settings.max_entries",
        replace: "read.entries.length >= 0",
      },
      {
        name: "a folder whose listing failed before its turn is taken for an empty one",
        promise: "a listing on several connections is the one that it is on one",
        find: "read = (await this.#begun(next)) ?? (await this.#inTurn(folder));",
        replace:
          "read = (await this.#begun(next)) ?? (next.begun === undefined ? await this.#inTurn(folder) : " +
          "{ entries: this.#shelf.entries(), twins: new NameTwins(this.#findings.names), listing: { incomplete: undefined } });",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/folderRead.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "what a failed try has listed is listed twice",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "  entries.clear();\n  twins.clear();\n",
        replace: "  twins.clear();\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/readAhead.ts",
    ["test/stages/list/readAhead.test.ts"],
    [
      {
        name: "a listing before its turn need not be whole",
        promise: "a listing on several connections is the one that it is on one",
        find: "      if (listing.incomplete === undefined) return { ...gathered, listing };\n",
        replace: "      return { ...gathered, listing: { ...listing, incomplete: undefined } };\n",
      },
      {
        name: "listings go on when the walk is over",
        promise: "Ctrl-C leaves nothing",
        find: "    this.#stop.abort();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/entryJudge.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "names that can't lie here are listed",
        promise: "names that climb are failures",
        find: "    if (reason !== undefined) return this.#unsafe(found, reason);\n",
        replace: "",
      },
      {
        name: "excluded folders are entered",
        promise: "`--exclude`: no files that match, and no folders",
        find: "    if (!this.#isWanted(found)) return undefined;\n",
        replace: '    if (entry.kind === "file" && !this.#isWanted(found)) return undefined;\n',
      },
      {
        name: "a link back to its own folder is followed",
        promise: "loops of links end",
        find: '    if (leadsBack(real, folder)) return this.#skipped(found, "a link to a folder that it lies in");\n',
        replace: "",
      },
      {
        name: "links may follow one another without end",
        promise: "loops of links end",
        find: "folder.through.length >= MAX_LINKS_ON_A_WAY",
        replace: "folder.through.length < 0",
      },
      {
        name: "twins in bytes and text are listed",
        promise: "two names that are one here never overwrite each other",
        find: "!twins.has(name)",
        replace: '!twins.has("")',
      },
    ],
  ),
  ...inFile(
    "src/stages/list/subFolders.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a tree goes on below `max_depth`",
        promise: "endless depth ends",
        find: "folder.depth > max_depth",
        replace: "folder.depth < 0",
      },
      {
        name: "folders that there is no room for are not missed",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (this.#unwalked > 0) {\n",
        replace: "    if (this.#unwalked < 0) {\n",
        tests: ["test/stages/list/walk.test.ts"],
      },
      {
        name: "what lies deeper than `max_depth` is not missed",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (this.#tooDeep > 0) {\n",
        replace: "    if (this.#tooDeep < 0) {\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/unsafeEntry.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a `/` inside a name is taken",
        promise: "names that climb are failures",
        find: '  if (name.includes("/")) return "a / inside a name";\n',
        replace: "",
      },
      {
        name: "a path may be longer than any file's",
        promise: "endless depth ends",
        find: "path.length > LONGEST_PATH_BYTES",
        replace: "path.length < 0",
      },
    ],
  ),
  ...inFile(
    "src/stages/list.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a server without settings is passed over",
        promise: "a record for an unknown server is a failure",
        find: "      yield [failureRecord(server, undefined, error)];\n",
        replace: "",
      },
      {
        name: "a server without settings has a complete listing",
        promise: "the report is never better than the truth",
        find: "complete: false, ms: 0",
        replace: "complete: true, ms: 0",
      },
    ],
  ),
];
