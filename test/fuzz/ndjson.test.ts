import { deepStrictEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import { NdjsonReader } from "../../src/records/ndjsonReader.ts";
import { parseRecord } from "../../src/records/parseRecord.ts";
import { isWanted, sinkFile, wantedFile } from "../../src/stages/fetch/wantedFile.ts";
import { fuzz } from "./fuzz.ts";
import { chunked, cuts, mutated } from "./mutated.ts";

const FILE =
  '{"type":"file","run":"r","by":"list-1","server":"a","config":"/c.yaml","path":"/out/é.csv","name":"é.csv","size":5,"modified":"2026-11-24T01:57:45Z"}';
const LINES = [
  FILE,
  '{"type":"file","server":"a","path":"/\ufffd","name":"\ufffd","raw":"L/8=","size":null,"modified":null}',
  '{"type":"listed","server":"a","directories":1,"files":2,"complete":true,"ms":3}',
  '{"type":"foreign","list":[1,[2,{"x":null}]],"text":"\\u2028\\"}{"}',
].map((line) => Buffer.from(line).toString("latin1"));
const WORDS = [
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "null",
  '"type":',
  "-1",
  "1e999",
  "\\ud800",
  "../",
  "__proto__",
];

function read(chunks: readonly Uint8Array[]) {
  const said: string[] = [];
  const reader: NdjsonReader = new NdjsonReader({
    record(record) {
      said.push(JSON.stringify(record));
      const line = reader.lineOf(record);
      // What is handed on in the record's place means the same, and is one line.
      if (line !== undefined) deepStrictEqual(parseRecord(line), record);
      ok(line === undefined || !/[\n\r\t]/.test(line));
    },
    damaged: (line) => said.push(`${line}: damaged`),
  });
  for (const chunk of chunks) reader.push(chunk);
  return { said, end: reader.end() };
}

/** What must be said of bytes, each line looked at by itself. */
function expected(bytes: Buffer): string[] {
  return bytes
    .toString("latin1")
    .split("\n")
    .flatMap((line, index) => {
      const text = utf8(line)?.replace(/^\ufeff/, "");
      if (text !== undefined && /^[ \t\r]*$/.test(text)) return [];
      const record = parseRecord(text);
      return [typeof record === "string" ? `${index + 1}: damaged` : JSON.stringify(record)];
    });
}

function utf8(latin1: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(latin1, "latin1"));
  } catch {
    return undefined;
  }
}

it("each damaged line of a stream is told by its number, all others pass, however the bytes are cut", async () => {
  const stream = fc.record({ bytes: mutated([`${LINES.join("\n")}\n`, LINES.join("\r\n")], WORDS), cuts });
  await fuzz(
    { name: "damaged stream", runs: 300 },
    {
      draws: stream,
      holds({ bytes, cuts }) {
        const whole = read([bytes]);
        deepStrictEqual(whole.said, expected(bytes));
        deepStrictEqual(read(chunked(bytes, cuts)), whole);
      },
    },
  );
});

it("a record of any kind passes with all its bytes, also when a silence comes before its newline", async () => {
  const key = fc.string({ unit: "binary", maxLength: 10 });
  const fields = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  const record = fields.map((others) => ({ ...others, type: "foreign" }));
  await fuzz(
    { name: "foreign records", runs: 200 },
    {
      draws: fc.array(record, { maxLength: 5 }),
      holds(records) {
        const lines = records.map((fields) => JSON.stringify(fields));
        const said: string[] = [];
        const reader = new NdjsonReader({
          record: (one) => said.push(JSON.stringify(one)),
          damaged: (line, why) => said.push(`${line}: ${why}`),
        });
        for (const line of lines) {
          reader.push(Buffer.from(line));
          reader.silence();
          reader.push(Buffer.from("\n"));
        }
        deepStrictEqual(said, lines);
        equal(reader.end().unterminated, false);
      },
    },
  );
});

it("a damaged file record is no file to fetch, or one with sane fields", async () => {
  await fuzz(
    { name: "file records", runs: 300 },
    {
      draws: fc.record({
        line: mutated(LINES, WORDS),
        encoding: fc.constantFrom("utf-8", "gbk", "windows-1252", "euc-kr"),
        local_names: fc.constantFrom("decoded" as const, "bytes" as const),
      }),
      holds({ line, ...settings }) {
        const record = parseRecord(utf8(line.toString("latin1")));
        if (typeof record === "string" || !isWanted(record)) return;
        const file = wantedFile(record);
        ok(file.size === null || (Number.isSafeInteger(file.size) && file.size >= 0));
        try {
          const { name, rawName } = sinkFile(file, settings);
          ok(rawName === undefined || Buffer.compare(rawName, Buffer.from(name)) !== 0);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
        }
      },
    },
  );
});
