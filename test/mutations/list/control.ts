import { inFile, type Mutation } from "../mutation.ts";

export const controlMutations: readonly Mutation[] = [
  ...inFile(
    "src/ftp/control.ts",
    ["test/ftp/control.test.ts", "test/ftp/logIn.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "421 and 530 do not end the session",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: '    if (endsSession(reply)) return this.#end(sessionFault(reply), "them");\n',
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
        name: "a password that a server repeats gets into messages",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: 'return text.replaceAll(password, "***");',
        replace: "return text;",
      },
      {
        name: "a reply that nobody asked for is passed over",
        promise: "a reply that nobody asked for ends the session",
        find: '    if (waiter === undefined) return this.#end(sessionFault(reply), "them");\n',
        replace: "    if (waiter === undefined) return;\n",
      },
      {
        name: "preliminary replies may come without end",
        promise: "an endless greeting, reply or stream of replies ends",
        find: '    if (++this.#preliminary > MAX_PRELIMINARY) return this.#end(tooManyReplies(MAX_PRELIMINARY, reply), "them");\n',
        replace: "",
      },
      {
        name: "the end of a connection is not told to who waits",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "    for (const waiter of this.#waiters.splice(0)) waiter.onLost(reason, by);\n",
        replace: "    this.#waiters.splice(0);\n",
      },
    ],
  ),
  ...inFile(
    "src/ftp/exchange.ts",
    ["test/ftp/control.test.ts", "test/ftp/logIn.test.ts", "test/ftp/transfer.test.ts"],
    [
      {
        name: "a name with a line end is sent: it may be a second command",
        promise: "names that climb are failures",
        find: "return /[\\r\\n\\0]/.test(command) ?",
        replace: "return command === undefined ?",
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
      {
        name: "a server that wants another key is offered the same one again and again",
        promise: "TLS costs no needless round trip",
        find: "[group, ...GROUPS.filter((other) => other !== group)]",
        replace: "GROUPS",
        tests: ["test/ftp/tlsGroup.test.ts"],
      },
      {
        name: "what one machine of a server taught is offered to all others for good",
        promise: "each connection may find another machine behind a server's name",
        find: "  contexts.delete(address);\n",
        replace: "",
        tests: ["test/ftp/tlsGroup.test.ts"],
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
];
