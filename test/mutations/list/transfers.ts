import { inFile, type Mutation } from "../mutation.ts";

export const transfersMutations: readonly Mutation[] = [
  ...inFile(
    "src/ftp/transferReply.ts",
    ["test/ftp/transferReply.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "the final reply is ignored: 426 and 451 are success",
        promise: "a short file with a positive final reply is no file",
        find: "ended || isPositive(reply)",
        replace: "ended || reply.code < 500",
      },
      {
        name: "the answer to a passive command ends a transfer well",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: '  if (ENTERING_PASSIVE.includes(reply.code)) return "stray";\n',
        replace: "",
        tests: ["test/ftp/transferReply.test.ts", "test/ftp/passiveAhead.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/ftp/transferOutcome.ts",
    ["test/ftp/transferOutcome.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "a file is taken before its final reply came",
        promise: "a short file with a positive final reply is no file",
        find: '    if (this.#final === undefined || !this.#dataOver) return "open";\n',
        replace: '    if (!this.#dataOver) return "open";\n    if (this.#final === undefined) return "done";\n',
      },
      {
        name: "a file is taken when the final reply came, whatever of it is still on its way",
        promise: "a short file with a positive final reply is no file",
        find: '    if (this.#final === undefined || !this.#dataOver) return "open";\n',
        replace: '    if (this.#final === undefined) return "open";\n',
      },
      {
        name: "an orderly end of the data is enough although the control connection died",
        promise: "a short file with a positive final reply is no file",
        find: '    return this.#whole ? "done" : { fault: this.#dataFault ?? reason',
        replace: '    return this.#dataFault === undefined ? "done" : { fault: this.#dataFault ?? reason',
      },
      {
        name: "a final reply without a word before and without a byte is a listing, though the session broke",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (this.#final !== undefined && this.#begun) return;\n",
        replace: "    if (this.#final !== undefined) return;\n",
      },
      {
        name: "a data connection that was reset before the end is no fault",
        promise: "a short file with a positive final reply is no file",
        find: '    if (this.#dataFault !== undefined && !this.#whole) return { fault: this.#dataFault, session: "usable" };\n',
        replace: "",
      },
      {
        name: "an empty file is good although the server never spoke of it",
        promise: "a short file with a positive final reply is no file",
        find: "(this.offset === this.#request.expected && this.#begun)",
        replace: "this.offset === this.#request.expected",
      },
    ],
  ),
  ...inFile(
    "src/ftp/transferOutcome.ts",
    ["test/ftp/transferOutcome.test.ts", "test/ftp/passiveAhead.test.ts"],
    [
      {
        name: "any refusal counts, though a passive command was sent behind",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: "    return !this.#begun && isOfFile(code);\n",
        replace: "    return code > 0;\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/transfer.ts",
    ["test/ftp/transfer.test.ts", "test/ftp/limits.test.ts"],
    [
      {
        name: "a session without its final reply is used again",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: '    if (done.final === undefined) this.#control.close(new Fault("cut_off", "no final reply"));\n',
        replace: "",
      },
      {
        name: "a whole file's final reply is waited for as long as `timeout`",
        promise: "a final reply that never comes ends: after 10 s when all bytes of a known size came",
        find: "    this.#watch.awaitWord(Math.min(this.#outcome.patience_ms, this.#request.silence_ms));\n",
        replace: "",
      },
      {
        name: "the end of a transfer is told while its bytes are still in use",
        promise: "a slow disk: nothing is over while it still writes",
        find: "    this.#taker.whenFree((fault) => (fault === undefined ? tell() : this.#ends.onFailed(fault)));\n",
        replace: "    tell();\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/replyFault.ts",
    ["test/ftp/replyFault.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "426 is a positive reply",
        promise: "a short file with a positive final reply is no file",
        find: "code >= 200 && code < 300",
        replace: "(code >= 200 && code < 300) || code === 426",
      },
      {
        name: "a refused log-in is tried again: 530 is not about the password",
        promise: "a failure is tried again only where that can help, and later each time",
        find: 'denied: "login", ',
        replace: 'denied: "busy", ',
      },
    ],
  ),
  ...inFile(
    "src/ftp/retrieve.ts",
    ["test/ftp/session.test.ts", "test/ftp/transfer.test.ts", "test/stages/fetch/landing.test.ts"],
    [
      {
        name: "more bytes than may come are taken",
        promise: "more bytes than promised are never taken on trust",
        find: "    if (offset + bytes.length > most) throw tooMuch(expected, most);\n",
        replace: "",
      },
      {
        name: "what the server announced is not held against what came",
        promise: "a file that another client got is no file",
        find: "  if (size === expected || announced === undefined) return { size, from };\n",
        replace: "  if (announced === undefined || size >= 0) return { size, from };\n",
        tests: ["test/ftp/stolenData.test.ts"],
      },
      {
        name: "a rest that RETR refuses is a failure",
        promise: "an interrupted file goes on where it stopped if it is still the same on the server",
        find: '    if (came || !(error instanceof Fault) || error.code !== "protocol") throw error;\n',
        replace: "    if (!came) throw error;\n",
        tests: ["test/ftp/resume.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/ftp/transfers.ts",
    ["test/ftp/resume.test.ts"],
    [
      {
        name: "a server that refused REST is believed to have taken it",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "reply.code === 350 ? offset : this.#beginAt(0)",
        replace: "offset",
      },
      {
        name: "a REST that was not used up is forgotten",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "    this.#restStands ||= !refused;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/transfers.ts",
    ["test/ftp/passiveAhead.test.ts"],
    [
      {
        name: "each session tries at once whether a server takes a passive command ahead",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: '    if (this.#traits.ahead !== "works" && !this.#onTrial) return undefined;\n',
        replace: '    if (this.#traits.ahead === "never") return undefined;\n',
      },
      {
        name: "what was led astray is tried in the same way again",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: '    if (sign === "break" && (seen || this.#isOneOfFewBreaks())) return;\n    this.#traits.ahead = "never";\n',
        replace: "",
      },
      {
        name: "a passive command that is not answered in its turn is no surprise",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: 'new PassiveAhead(passive === "epsv" ? "EPSV" : "PASV", behind, this.#onOutOfTurn)',
        replace: 'new PassiveAhead(passive === "epsv" ? "EPSV" : "PASV", behind, () => {})',
      },
      {
        name: "a line that breaks once is done without what has worked",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: "++this.#traits.aheadBreaks <= FEW_BREAKS",
        replace: "++this.#traits.aheadBreaks <= 0",
      },
      {
        name: "who asks for a port on a session that has ended waits for ever",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "    if (this.#control.closed !== undefined) return Promise.reject(this.#control.closed);\n",
        replace: "",
      },
      {
        name: "a port that was asked for ahead is good for ever",
        promise: "a server that does not take commands ahead costs no file and no try",
        find: "ahead === undefined || performance.now() - ahead.sent_ms > FRESH_MS",
        replace: "ahead === undefined",
      },
    ],
  ),
  ...inFile(
    "src/ftp/passive.ts",
    ["test/ftp/transfer.test.ts"],
    [
      {
        name: "the address in PASV is used",
        promise: "the address in PASV is never used",
        find: '  if (port === undefined) throw new Fault("protocol", `PASV: no port',
        replace:
          '  const told = /(\\d+,\\d+,\\d+,\\d+),\\d+,\\d+/.exec(reply.text)?.[1]?.replaceAll(",", ".");\n  Object.defineProperty(control, "remoteHost", { value: told, configurable: true });\n  if (port === undefined) throw new Fault("protocol", `PASV: no port',
      },
    ],
  ),
  ...inFile(
    "src/ftp/fileVersion.ts",
    ["test/ftp/session.test.ts"],
    [
      {
        name: "a file that is gone has an unknown version",
        promise: "a file that was fetched is asked for once more",
        find: '  if (refused !== undefined && !replies.some(isPositive)) throw replyFault("SIZE, MDTM", refused);\n',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/taker.ts",
    ["test/ftp/transfer.test.ts"],
    [
      {
        name: "more is read while a slow disk still writes",
        promise: "memory does not grow with the number of files: a slow stage slows its source",
        find: "      return taking === undefined ? undefined : this.#holdFor(taking);\n",
        replace: "      if (taking !== undefined) void this.#holdFor(taking);\n      return undefined;\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/securedData.ts",
    ["test/ftp/tls.test.ts", "test/ftp/tlsResumption.test.ts"],
    [
      {
        name: "the end of TLS data is told before the bytes that came with it",
        promise: "no loss: what came is written",
        find: "    this.#end ??= tell;\n    this.#handOn();\n",
        replace: "    this.#end ??= tell;\n",
      },
      {
        name: "TLS data connections resume no session",
        promise: "servers that demand the session of the control connection on data connections are served",
        find: "      ...(session !== undefined && { session }),\n",
        replace: "",
      },
      {
        name: "more and more is read over TLS while a slow disk still writes",
        promise: "memory does not grow with the number of files: a slow stage slows its source",
        find: "    this.#socket.pause();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/gathered.ts",
    ["test/ftp/gathered.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "what came over TLS is overwritten while a slow disk still writes it",
        promise: "no loss: what came is written",
        find: "!this.#inUse && waiting.length === 0 && this.#bytes.length === this.#most",
        replace: "waiting.length === 0 && this.#bytes.length === this.#most",
      },
    ],
  ),
];
