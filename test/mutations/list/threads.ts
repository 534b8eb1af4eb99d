import { inFile, type Mutation } from "../mutation.ts";

export const threadsMutations: readonly Mutation[] = [
  ...inFile(
    "src/threads/threads.ts",
    ["test/threads/threads.test.ts"],
    [
      {
        name: "servers of one host and port go to several threads",
        promise: "limits of connections are kept by host and port",
        find: "const key = hostKey(server);",
        replace: "const key = `${hostKey(server)} ${this.#threadOf.size}`;",
      },
      {
        name: "a thread for each server",
        promise: "worker threads: no more than were asked for",
        find: "alive.length >= this.#request.most",
        replace: "alive.length >= 1_000",
      },
      {
        name: "a dead thread is given new servers",
        promise: "a worker thread that died takes no other server with it",
        find: "this.#threads.filter(({ isGone }) => !isGone)",
        replace: "this.#threads",
      },
      {
        name: "a dead thread is given its servers again",
        promise: "a worker thread that died takes no other server with it",
        find: "known === undefined || known.isGone ?",
        replace: "known === undefined ?",
      },
      {
        name: "a dead thread keeps its locks",
        promise: "a lock whose holder died keeps nobody out",
        find: "if (thread.isGone) giveBackLock(server, steps, request);",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/threads/thread.ts",
    ["test/threads/threads.test.ts"],
    [
      {
        name: "a dead thread keeps its spare sessions",
        promise: "`connections: auto` gives back what nobody uses",
        find: "autoShareIn(facts.overall, held).giveBackAll();",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/threads/work.ts",
    ["test/threads/threads.test.ts"],
    [
      {
        name: "a worker makes more than is taken",
        promise: "memory is flat: what makes records waits",
        find: "if (this.#onTheirWay < ON_THEIR_WAY_MAX) return undefined;",
        replace: "if (this.#onTheirWay < 1e9) return undefined;",
      },
      {
        name: "nobody wants records, and the worker goes on making them",
        promise: "a reader who leaves ends the work",
        find: "if (this.#dropped) throw",
        replace: "if (this.#onTheirWay < 0) throw",
      },
    ],
  ),
  ...inFile(
    "src/threads/errand.ts",
    ["test/threads/threads.test.ts"],
    [
      {
        name: "an abort stays in this thread",
        promise: "the signal ends the work in worker threads",
        find: "onAbort(this.#request.signal, () => this.#tell",
        replace: "onAbort(new AbortController().signal, () => this.#tell",
      },
      {
        name: "a server is over before its last records are taken",
        promise: "every record of a worker thread comes back",
        find: "if (!this.#taking) this.#settleNow();",
        replace: "this.#settleNow();",
      },
    ],
  ),
  ...inFile(
    "src/threads/worker.ts",
    ["test/threads/threads.test.ts"],
    [
      {
        name: "a stage that is not over and waits for nothing is never noticed",
        promise: "a harvest does not hang on a stage that does",
        find: "else port.unref();",
        replace: "else port.ref();",
      },
    ],
  ),
];
