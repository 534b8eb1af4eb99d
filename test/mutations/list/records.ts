import { inFile, type Mutation } from "../mutation.ts";

export const recordsMutations: readonly Mutation[] = [
  ...inFile(
    "src/records/ndjsonReader.ts",
    ["test/records/ndjsonReader.test.ts"],
    [
      {
        name: "a damaged line is passed over in silence",
        promise: "damaged input is told with its line, and the rest goes on",
        find: '    if (typeof record === "string") return this.#damaged(record);\n',
        replace: '    if (typeof record === "string") return;\n',
      },
      {
        name: "what a stage makes of a record is lost: its line passes as it came",
        promise: "Stages hand on records and fields that they do not know.",
        find: "record === this.#passing && isAsWeWrite",
        replace: "this.#passing !== undefined && isAsWeWrite",
      },
      {
        name: "a carriage return between values passes",
        promise: "terminal escapes in names and messages never reach a terminal raw",
        find: ' && !line.includes("\\r")',
        replace: "",
      },
      {
        name: "a last line without its newline is whole",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    const unterminated = this.#restBytes > 0 || this.#skipping || this.#taken;\n    if (unterminated) this.#endLine();\n    return { unterminated,",
        replace:
          "    const unterminated = this.#restBytes > 0 || this.#skipping || this.#taken;\n    if (unterminated) this.#endLine();\n    return { unterminated: false,",
      },
      {
        name: "lines are counted without the damaged ones",
        promise: "damaged input is told with its line, and the rest goes on",
        find: "  #damaged(why: string): void {\n    this.#lines++;\n",
        replace: "  #damaged(why: string): void {\n",
      },
      {
        name: "a line without an end is held to its last byte",
        promise: "memory stays level, however large a line is",
        find: "    if (needed > MAX_LINE_BYTES) {\n",
        replace: "    if (needed < 0) {\n",
      },
      {
        name: "broken UTF-8 becomes another name",
        promise: "broken UTF-8 must not become U+FFFD: the record would name another file",
        find: "fatal: true",
        replace: "fatal: false",
      },
    ],
  ),
  ...inFile(
    "src/records/ndjsonWriter.ts",
    ["test/records/ndjsonWriter.test.ts"],
    [
      {
        name: "the last newline is written at once",
        promise: "the newline that ends a record is written together with the next record",
        find: "this.#batch += this.#open ? `\\n${line}` : line;",
        replace: "this.#batch += `${line}\\n`;",
      },
      {
        name: "names go into the stream raw",
        promise: "terminal escapes in names and messages never reach a terminal raw",
        find: "this.#write(printableJson(batch))",
        replace: "this.#write(batch)",
      },
    ],
  ),
  ...inFile(
    "src/records/printable.ts",
    ["test/records/printable.test.ts"],
    [
      {
        name: "ESC reaches a terminal",
        promise: "terminal escapes in names and messages never reach a terminal raw",
        find: "/[\\u0000-\\u001f\\u007f-\\u009f\\u061c",
        replace: "/[\\u0000-\\u001a\\u007f-\\u009f\\u061c",
      },
    ],
  ),
  ...inFile(
    "src/records/parseRecord.ts",
    ["test/records/ndjsonReader.test.ts"],
    [
      {
        name: "what is no record is taken for one",
        promise: "damaged input is told with its line, and the rest goes on",
        find: 'return isRecord(value) ? value : "no text `type`";',
        replace: 'return isRecord(value) ? value : { type: "", ...value };',
      },
    ],
  ),
  ...inFile(
    "src/records/exitCode.ts",
    ["test/records/exitCode.test.ts"],
    [
      {
        name: "the last of several exit codes counts",
        promise: "exit codes: where several hold, 130/143, then 3, 2, 1, 0",
        find: "rank(code) > rank(worst) ? code : worst",
        replace: "code",
      },
    ],
  ),
  ...inFile(
    "src/records/endRecord.ts",
    ["test/records/endRecord.test.ts"],
    [
      {
        name: "of two words on an end the better one counts",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "ENDINGS.indexOf(b) > ENDINGS.indexOf(a)",
        replace: "ENDINGS.indexOf(b) < ENDINGS.indexOf(a)",
      },
    ],
  ),
  ...inFile(
    "src/records/tally.ts",
    ["test/records/tally.test.ts"],
    [
      {
        name: "an incomplete listing leaves the exit code at 0",
        promise: "exit code 1: a failure was written or passed on",
        find: '  if (record.type === "listed") return record["complete"] === false;\n',
        replace: "",
      },
    ],
  ),
];
