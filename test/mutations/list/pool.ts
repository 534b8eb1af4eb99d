import { inFile, type Mutation } from "../mutation.ts";

export const poolMutations: readonly Mutation[] = [
  ...inFile(
    "src/ftp/pool.ts",
    ["test/ftp/pool.test.ts"],
    [
      {
        name: "a pool opens as many sessions as are wanted",
        promise: "a server's `connections` are never exceeded",
        find: "!this.#trialGoesOn && this.size < this.#limit.most",
        replace: "!this.#trialGoesOn",
      },
      {
        name: "a server that was given up is tried by all at once",
        promise: "a server that stays dead stops costing time",
        find: "    return this.#circuit.onTrial && this.#loans.size + this.#logIns.underWay > 0;\n",
        replace: "    return false;\n",
      },
      {
        name: "a refused session teaches nothing",
        promise: "a limit of connections lowers them and loses no file",
        find: "onRefused: () => this.#limit.refused(this.size)",
        replace: "onRefused: () => {}",
      },
      {
        name: "`server_timeout` counts for nothing",
        promise: "a server's time is limited as a whole",
        find: "    if (this.#over === undefined) this.#startTime();\n",
        replace: "",
        tests: ["test/ftp/pools.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/ftp/logIns.ts",
    ["test/ftp/logIns.test.ts", "test/ftp/pool.test.ts"],
    [
      {
        name: "log-ins go out all at once from the first on",
        promise: "the first log-in goes alone",
        find: "    return this.#underWay === 0 || (this.#traits.known && this.#events.open() > 0);\n",
        replace: "    return true;\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/idleSessions.ts",
    ["test/ftp/idleSessions.test.ts", "test/ftp/pool.test.ts"],
    [
      {
        name: "a session that died idle is lent",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "    while (session !== undefined && !session.usable) session = this.#sessions.pop();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/climb.ts",
    ["test/ftp/climb.test.ts"],
    [
      {
        name: "a rise that brings nothing is kept",
        promise: "connections that bring nothing are given back",
        find: "rate > 0 && rate >= this.#rate * (1 + WORTH * linear)",
        replace: "rate > 0 && rate >= this.#rate * (1 - WORTH * linear)",
      },
      {
        name: "a rise that only takes from others is kept",
        promise: "connections that bring nothing are given back",
        find: "span.rate - Math.max(0, this.#others - span.others)",
        replace: "span.rate",
      },
    ],
  ),
  ...inFile(
    "src/ftp/link.ts",
    ["test/ftp/link.test.ts"],
    [
      {
        name: "a link that nobody uses saves up",
        promise: "what is read of files stays within `rate`",
        find: "(before_ns > now_ns ? before_ns : now_ns) + takes_ns",
        replace: "before_ns + takes_ns",
      },
      {
        name: "threads overwrite one another's bookings",
        promise: "what is read of files stays within `rate`",
        find: "      if (Atomics.compareExchange(this.#booked, 0, before_ns, until_ns) !== before_ns) continue;\n",
        replace: "      Atomics.store(this.#booked, 0, until_ns);\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/throttle.ts",
    ["test/ftp/throttle.test.ts"],
    [
      {
        name: "an abort leaves who waits for a turn waiting",
        promise: "what is read of files stays within `rate`",
        find: "    this.#turn?.end();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/allowance.ts",
    ["test/ftp/pool.test.ts"],
    [
      {
        name: "a server that took fewer is never asked for more",
        promise: "a server that took fewer connections is asked for more later",
        find: "probes ? this.#known + 1 : this.#known",
        replace: "this.#known",
      },
    ],
  ),
  ...inFile(
    "src/ftp/entrance.ts",
    ["test/ftp/pool.test.ts"],
    [
      {
        name: "a log-in that can't help is tried again",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "onTrial || !fault.retry || failures > retries",
        replace: "onTrial || failures > retries",
      },
      {
        name: "a server that has enough now is not waited for",
        promise: "a server that has let us in before is waited for up to five minutes",
        find: "    return this.patience() || (this.#traits.known && performance.now() - since_ms < PATIENT_FOR_MS);\n",
        replace: "    return this.patience();\n",
      },
      {
        name: "a surplus session is tried for again and again",
        promise: '"too many connections" costs no try while another connection of the harvest lives',
        find: '        if (asker.hasOthers()) return "refused";\n',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/connectPace.ts",
    ["test/ftp/connectPace.test.ts", "test/ftp/pool.test.ts"],
    [
      {
        name: "log-ins are not spaced",
        promise: "log-ins to one server are spaced",
        find: "Math.max(0, this.#full_ms - this.#burst * this.#interval_ms - now_ms)",
        replace: "0",
      },
    ],
  ),
  ...inFile(
    "src/ftp/backOff.ts",
    ["test/ftp/backOff.test.ts"],
    [
      {
        name: "waits do not grow",
        promise: "a failure is tried again only where that can help, and later each time",
        find: " * 2 ** Math.min(attempt - 1, MAX_DOUBLINGS)",
        replace: "",
      },
      {
        name: "waits grow without end",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "Math.min(delay_ms * 2 ** Math.min(attempt - 1, MAX_DOUBLINGS), MAX_DELAY_MS)",
        replace: "delay_ms * 2 ** Math.min(attempt - 1, MAX_DOUBLINGS)",
      },
    ],
  ),
  ...inFile(
    "src/ftp/circuit.ts",
    ["test/ftp/circuit.test.ts"],
    [
      {
        name: "a server is never given up",
        promise: "a server that stays dead stops costing time",
        find: "this.onTrial || (this.#failures >= this.#after && this.#several)",
        replace: "this.onTrial",
      },
      {
        name: "one bad file gives up its server",
        promise: "a server that stays dead stops costing time",
        find: "this.#failures >= this.#after && this.#several",
        replace: "this.#failures >= this.#after",
      },
      {
        name: "a success does not make up for failures",
        promise: "a server that stays dead stops costing time",
        find: "    this.#failures = 0;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/pools.ts",
    ["test/ftp/pools.test.ts"],
    [
      {
        name: "each stage has its own sessions on a server",
        promise: "listing and fetching share one pool per server",
        find: "    this.#pools.set(key, shared);\n",
        replace: "",
      },
      {
        name: "each thread has spare sessions of its own",
        promise: "`connections: auto`: all servers together hold at most four for each and 64 more",
        find: "autoShareIn(overall, held)",
        replace: "autoShareIn(newOverall(), held)",
      },
      {
        name: "users with other passwords share sessions",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: "[hostKey(address), user, password, secure, ca, insecure, encoding]);",
        replace: "[hostKey(address), user, secure, ca, insecure, encoding]);",
      },
    ],
  ),
];
