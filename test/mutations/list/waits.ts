import { inFile, type Mutation } from "../mutation.ts";

export const waitsMutations: readonly Mutation[] = [
  ...inFile(
    "src/ftp/pace.ts",
    ["test/ftp/pace.test.ts", "test/ftp/limits.test.ts"],
    [
      {
        name: "`min_rate` counts for nothing",
        promise: "data that only trickles ends",
        find: "    if (bytes - this.#before < (min_rate * read_ms) / 1000) {\n",
        replace: "    if (bytes < this.#before) {\n",
      },
      {
        name: "a slow disk is a slow server",
        promise: "data that only trickles ends",
        find: "    this.#held_ms += this.#holding_ms();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/watch.ts",
    ["test/ftp/limits.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "`file_timeout` counts for nothing",
        promise: "data that only trickles ends",
        find: "this.#whole.start(watched.within_ms);",
        replace: "this.#whole.start(Number.POSITIVE_INFINITY);",
      },
      {
        name: "silence is no fault",
        promise: "a data connection that never comes ends",
        find: "this.#silence.start(watched.silence_ms);",
        replace: "this.#silence.start(Number.POSITIVE_INFINITY);",
      },
    ],
  ),
  ...inFile(
    "src/ftp/deadline.ts",
    ["test/ftp/deadline.test.ts"],
    [
      {
        name: "time in which this process stood still is the server's silence",
        promise: "a stopped machine is no silence of the server",
        find: "Math.min(real_ms - looked_ms, MAX_STEP_MS)",
        replace: "real_ms - looked_ms",
      },
      {
        name: "a wait may end before its time",
        promise: "`timeout`: a wait is never over before its time",
        find: "    this.#granted_ms = ms + TICK_MS;\n",
        replace: "    this.#granted_ms = ms;\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/onSession.ts",
    ["test/stages/onSession.test.ts", "test/stages/fetch/landing.test.ts"],
    [
      {
        name: "what can't help is tried again",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "!(astray || canHelp(error, lease)) || (!isFree && tries.count > settings.retries)",
        replace: "!isFree && tries.count > settings.retries",
      },
      {
        name: "what an earlier run left costs a try where it misled",
        promise: "a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files",
        find: "const isFree = stale || astray || tries.misled;",
        replace: "const isFree = stale || astray;",
      },
      {
        name: "a session that died idle costs a try",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "const isFree = stale || astray || tries.misled;",
        replace: "const isFree = astray || tries.misled;",
      },
      {
        name: "a session that was led astray costs a try",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: "const isFree = stale || astray || tries.misled;",
        replace: "const isFree = stale || tries.misled;",
        tests: ["test/stages/serverTrouble.test.ts"],
      },
      {
        name: "a session is not given back",
        promise: "none is held while waiting",
        find: "      lease.release();\n",
        replace: "",
      },
      {
        name: "tries follow at once",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "await sleep(backOff(settings.retry_delay_ms, tries.count), undefined, { signal })",
        replace: "await sleep(0, undefined, { signal })",
      },
    ],
  ),
  ...inFile(
    "src/records/codes.ts",
    ["test/stages/onSession.test.ts", "test/ftp/pool.test.ts", "test/ftp/logIn.test.ts"],
    [
      {
        name: "a wrong password is tried again",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "  login: {\n    retry: false,",
        replace: "  login: {\n    retry: true,",
      },
    ],
  ),
];
