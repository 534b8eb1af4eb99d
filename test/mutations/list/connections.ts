import { inFile, type Mutation } from "../mutation.ts";

export const connectionsMutations: readonly Mutation[] = [
  ...inFile(
    "src/ftp/control.ts",
    ["test/ftp/control.test.ts", "test/ftp/logIn.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "a name with a line end is sent: it may be a second command",
        promise: "names that climb are failures",
        find: '    if (/[\\r\\n\\0]/.test(command)) return failed(new Fault("unsafe_name", "a line end or NUL in a command"), "us");\n',
        replace: "",
      },
      {
        name: "a password that a server repeats gets into messages",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: 'return text.replaceAll(password, "***");',
        replace: "return text;",
      },
      {
        name: "a reply that nobody asked for is passed over",
        promise: "a reply that nobody asked for ends the session",
        find: '    if (waiter === undefined) return this.#end(unasked(reply), "them");\n',
        replace: "    if (waiter === undefined) return;\n",
      },
      {
        name: "preliminary replies may come without end",
        promise: "an endless greeting, reply or stream of replies ends",
        find: '    if (++waiter.preliminary > MAX_PRELIMINARY) return this.#end(tooManyReplies(MAX_PRELIMINARY, reply), "them");\n',
        replace: "",
      },
      {
        name: "421 does not end the session",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: '    if (reply.code === 421) return this.#end(unasked(reply), "them");\n',
        replace: "",
      },
      {
        name: "bytes before TLS are taken for replies behind it",
        promise: "TLS: bytes slipped in behind the reply to AUTH are no replies (CVE-2011-0411)",
        find: "    this.#context.forgetRest();\n",
        replace: "",
        tests: ["test/ftp/tls.test.ts", "test/ftp/control.test.ts"],
      },
      {
        name: "the end of a connection is not told to who waits",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "    for (const waiter of this.#waiters.splice(0)) waiter.fail(reason, by);\n",
        replace: "    this.#waiters.splice(0);\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/lineContext.ts",
    ["test/ftp/control.test.ts"],
    [
      {
        name: "a reply line may have no end",
        promise: "an endless greeting, reply or stream of replies ends",
        find: '      if (this.#rest.length > MAX_LINE_CHARACTERS) this.closeWithError(new Error("a reply line without an end"));\n',
        replace: "",
      },
      {
        name: "lines that belong to no reply may come without end",
        promise: "an endless greeting, reply or stream of replies ends",
        find: '    if (this.#unanswered > MAX_LINE_CHARACTERS) this.closeWithError(new Error("a control response without a reply"));\n',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/tls.ts",
    ["test/ftp/tls.test.ts"],
    [
      {
        name: "any certificate is trusted",
        promise: "TLS: a certificate that is not trusted is refused",
        find: "rejectUnauthorized: !address.insecure",
        replace: "rejectUnauthorized: false",
      },
    ],
  ),
  ...inFile(
    "src/ftp/logIn.ts",
    ["test/ftp/tls.test.ts", "test/ftp/logIn.test.ts"],
    [
      {
        name: "data goes in the clear where a server does not protect it",
        promise: "TLS protects the session and its data",
        find: "  if (protection !== undefined && !isPositive(protection)) {\n",
        replace: "  if (protection === null) {\n",
      },
      {
        name: "`login_timeout` counts for nothing",
        promise: "each limit is a key with a default",
        find: '    control.close(new Fault("timeout", `the log-in was not over within',
        replace: '    void (new Fault("timeout", `the log-in was not over within',
      },
    ],
  ),
  ...inFile(
    "src/ftp/pool.ts",
    ["test/ftp/pool.test.ts"],
    [
      {
        name: "a pool opens as many sessions as are wanted",
        promise: "a server's `connections` are never exceeded",
        find: "this.#trialGoesOn || this.size >= this.#allowance.sessions",
        replace: "this.#trialGoesOn",
      },
      {
        name: "a refused session teaches nothing",
        promise: "a limit of connections lowers them and loses no file",
        find: '      if (session === "refused") this.#allowance.lower(this.size);\n      else if (session !== "unwanted")',
        replace: '      if (session !== "refused" && session !== "unwanted")',
      },
      {
        name: "log-ins go out all at once from the first on",
        promise: "the first log-in goes alone",
        find: "    return this.#opening === 0 || (this.#traits.known && this.size > this.#opening);\n",
        replace: "    return true;\n",
      },
      {
        name: "a session that died idle is lent",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "      if (session.usable) this.#lend(session, true);\n",
        replace: "      this.#lend(session, true);\n",
      },
      {
        name: "`server_timeout` counts for nothing",
        promise: "a server's time is limited as a whole",
        find: "    this.#startTime();\n",
        replace: "",
      },
      {
        name: "a server that was given up is tried by all at once",
        promise: "a server that stays dead stops costing time",
        find: "    return this.#circuit.onTrial && this.#loans.size + this.#opening > 0;\n",
        replace: "    return false;\n",
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
        name: "log-ins are tried again without end",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "onTrial || !fault.retry || failures > retries",
        replace: "onTrial || !fault.retry",
      },
      {
        name: "a surplus session is tried for again and again",
        promise: '"too many connections" costs no try while another connection of the harvest lives',
        find: '        if (asker.hasOthers()) return "refused";\n',
        replace: "",
      },
      {
        name: "a server that has enough now is not waited for",
        promise: "a server that has let us in before is waited for up to five minutes",
        find: "    return this.patience() || (this.#traits.known && performance.now() - since_ms < PATIENT_FOR_MS);\n",
        replace: "    return this.patience();\n",
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
        find: "deadline(limits.within_ms, () => events.tooLate())",
        replace: "deadline(Number.POSITIVE_INFINITY, () => events.tooLate())",
      },
      {
        name: "silence is no fault",
        promise: "a data connection that never comes ends",
        find: "deadline(limits.timeout_ms, () => events.silent())",
        replace: "deadline(Number.POSITIVE_INFINITY, () => events.silent())",
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
        find: "  const granted_ms = ms + TICK_MS;\n",
        replace: "  const granted_ms = ms;\n",
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
        name: "users with other passwords share sessions",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: "[host, port, user, password, secure, ca, insecure, encoding]);",
        replace: "[host, port, user, secure, ca, insecure, encoding]);",
      },
    ],
  ),
];
