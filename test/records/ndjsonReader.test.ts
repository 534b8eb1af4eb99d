import { describe, expect, it } from "vitest";
import { MAX_LINE_BYTES, type NdjsonEnd, NdjsonReader } from "../../src/records/ndjsonReader.ts";
import type { AnyRecord } from "../../src/records/record.ts";

/** What a reader says, in order: records as JSON, damaged lines as `line: why`, and its end. */
function readerOf() {
  const said: string[] = [];
  const reader = new NdjsonReader({
    record: (record) => said.push(JSON.stringify(record)),
    damaged: (line, why) => said.push(`${line}: ${why}`),
  });
  return { said, reader };
}

function read(...chunks: readonly (string | Uint8Array)[]): { said: string[]; end: NdjsonEnd } {
  const { said, reader } = readerOf();
  for (const chunk of chunks) reader.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return { said, end: reader.end() };
}

const A = '{"type":"a"}';
const B = '{"type":"b","n":"日本"}';

describe("reading NDJSON", () => {
  it.each<{ what: string; input: string | Uint8Array; said: string[] }>([
    { what: "two records", input: `${A}\n${B}\n`, said: [A, B] },
    { what: "carriage returns before newlines", input: `${A}\r\n${B}\r\n`, said: [A, B] },
    { what: "blank lines, which count", input: `\n\n${A}\n \t\nx\n`, said: [A, "5: not JSON"] },
    { what: "U+2028 inside a text, which ends no line", input: '{"type":"a\u2028b"}\n', said: ['{"type":"a\u2028b"}'] },
    { what: "byte order marks at the beginning of lines", input: `\ufeff${A}\n\ufeff${B}\n\ufeff\n`, said: [A, B] },
    { what: "NUL bytes", input: `${A}\n\0\n{"type":"\0"}\n${B}\n`, said: [A, "2: not JSON", "3: not JSON", B] },
    { what: "a key twice, of which the last one counts", input: '{"type":"a","type":"b"}\n', said: ['{"type":"b"}'] },
    {
      what: "keys that objects have, as keys like any other",
      input: '{"type":"a","__proto__":{"x":1}}\n{"__proto__":{"type":"a"}}\n',
      said: ['{"type":"a","__proto__":{"x":1}}', "2: no text `type`"],
    },
    { what: "brackets that never close", input: `${"[".repeat(900)}\n${A}\n`, said: ["1: not JSON", A] },
    { what: "no JSON", input: `${A}\nnot\n${B}\n`, said: [A, "2: not JSON", B] },
    {
      what: "JSON that is no object",
      input: `1\n"a"\n[]\nnull\n${A}\n`,
      said: [1, 2, 3, 4].map((n) => `${n}: not a JSON object`).concat(A),
    },
    {
      what: "an object without a type",
      input: `{"typ":"a"}\n{"type":1}\n${A}\n`,
      said: ["1: no text `type`", "2: no text `type`", A],
    },
    {
      what: "bytes that are no UTF-8, which cost their line only",
      input: Buffer.concat([Buffer.from(`${A}\n{"type":"`), Buffer.from([0xff]), Buffer.from(`"}\n${B}\n`)]),
      said: [A, "2: not UTF-8", B],
    },
  ])("takes $what, in one chunk and byte by byte", ({ input, said }) => {
    const bytes = Buffer.from(input);
    expect(read(bytes)).toEqual({
      said,
      end: { unterminated: false, bytes: bytes.length, lines: bytes.filter((byte) => byte === 10).length },
    });
    expect(read(...Array.from(bytes, (byte) => Buffer.of(byte))).said).toEqual(said);
  });

  it.each([
    ["[", "]"],
    ['{"a":', "}"],
  ])("takes no levels without an end: nobody could write them again: %s", (open, close) => {
    const nested = (levels: number) => `{"type":"a","x":${open.repeat(levels - 1)}1${close.repeat(levels - 1)}}`;
    const brackets = `{"type":"a","x":${JSON.stringify('\\"[{'.repeat(2_000))}}`;
    const { said } = read([nested(1_000), nested(1_001), nested(1_000_000), brackets, B, ""].join("\n"));
    const why = "more than 1000 levels deep";
    expect(said).toEqual([nested(1_000), `2: ${why}`, `3: ${why}`, brackets, B]);
  });

  it("says that nothing came", () => {
    expect(read().end).toEqual({ unterminated: false, bytes: 0, lines: 0 });
  });

  it("leaves the bytes to their owner", () => {
    const { said, reader } = readerOf();
    const chunk = Buffer.from(A.slice(0, 6));
    reader.push(chunk);
    chunk.fill(0);
    reader.push(Buffer.from(`${A.slice(6)}\n`));
    expect(said).toEqual([A]);
  });

  describe("a last line without its newline", () => {
    it("is taken when it is whole, and known as cut", () => {
      expect(read(`${A}\n${B}`)).toEqual({ said: [A, B], end: { unterminated: true, bytes: 38, lines: 2 } });
    });

    it("is damaged when it is not whole", () => {
      const { said, end } = read(`${A}\n${B.slice(0, -1)}`);
      expect(said).toEqual([A, "2: not JSON"]);
      expect(end.unterminated).toBe(true);
    });

    it("is damaged when it was cut inside a character", () => {
      expect(read(Buffer.from(B).subarray(0, 19)).said).toEqual(["1: not UTF-8"]);
    });
  });

  describe("after a silence", () => {
    it("takes a whole record at once, and once only", () => {
      const { said, reader } = readerOf();
      reader.push(Buffer.from(A));
      reader.silence();
      expect(said).toEqual([A]);
      reader.silence();
      reader.push(Buffer.from(`\n${B}\n`));
      expect(said).toEqual([A, B]);
      expect(reader.end()).toMatchObject({ unterminated: false, lines: 2 });
    });

    it("still knows that the newline never came", () => {
      const { said, reader } = readerOf();
      reader.push(Buffer.from(A));
      reader.silence();
      expect(reader.end()).toMatchObject({ unterminated: true, lines: 1 });
      expect(said).toEqual([A]);
    });

    it("leaves what is not whole", () => {
      const { said, reader } = readerOf();
      reader.push(Buffer.from('{"type":"a","x":{}'));
      reader.silence();
      expect(said).toEqual([]);
      reader.push(Buffer.from("}\n"));
      expect(said).toEqual(['{"type":"a","x":{}}']);
    });

    it.each([`garbage\n${B}\n`, `${B}\n${B}\n`])(
      "calls the line damaged when more than a newline follows: %s",
      (next) => {
        const { said, reader } = readerOf();
        reader.push(Buffer.from(A));
        reader.silence();
        reader.push(Buffer.from(next));
        expect(said).toEqual([A, "1: more bytes after the end of a record", B]);
      },
    );

    it("lets a carriage return stand before the newline", () => {
      const { said, reader } = readerOf();
      for (const part of [A, "\r", "\n", `${B}\n`]) {
        reader.push(Buffer.from(part));
        reader.silence();
      }
      expect(said).toEqual([A, B]);
    });
  });

  describe("a long line", () => {
    const record = (bytes: number) => `{"type":"${"x".repeat(bytes - 11)}"}`;

    it.each([64, 64 * 1024, MAX_LINE_BYTES + 100])(
      "is taken up to the limit and passed over beyond it, in chunks of %i bytes",
      (size) => {
        const input = Buffer.from(`${A}\n${record(MAX_LINE_BYTES)}\n${record(MAX_LINE_BYTES + 1)}\n${B}\n`);
        const said: string[] = [];
        const reader = new NdjsonReader({
          record: ({ type }) => said.push(`${type.length}`),
          damaged: (line, why) => said.push(`${line}: ${why}`),
        });
        for (let at = 0; at < input.length; at += size) reader.push(input.subarray(at, at + size));
        expect(said).toEqual(["1", `${MAX_LINE_BYTES - 11}`, "3: longer than 16 MiB", "1"]);
        expect(reader.end()).toEqual({ unterminated: false, bytes: input.length, lines: 4 });
      },
    );

    it("without an end is damaged once", () => {
      const { said, end } = read(`${A}\n`, Buffer.alloc(MAX_LINE_BYTES + 1, 0x20), Buffer.alloc(1000, 0x20));
      expect(said).toEqual([A, "2: longer than 16 MiB"]);
      expect(end).toMatchObject({ unterminated: true, lines: 2 });
    });

    it("without an end is not held beyond the limit", () => {
      const { reader } = readerOf();
      const chunk = Buffer.alloc(1024 * 1024, 0x20);
      const before = process.memoryUsage().arrayBuffers;
      for (let bytes = 0; bytes < 32 * MAX_LINE_BYTES; bytes += chunk.length) reader.push(chunk);
      // What was copied on the way up to the limit may not have been given back yet.
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * MAX_LINE_BYTES);
    });
  });

  it("gives the same whatever the chunks are", () => {
    const lines = Array.from({ length: 300 }, (_, n) =>
      n % 7 === 3 ? "dämäged" : `{"type":"file","n":${n},"name":"${"ü€😀".repeat(n % 9)}"}`,
    );
    const input = Buffer.from(`${lines.join("\n")}\n`);
    const whole = read(input).said;
    expect(whole).toHaveLength(300);
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const chunks = Array.from({ length: Math.ceil(input.length / size) }, (_, n) =>
        input.subarray(n * size, (n + 1) * size),
      );
      expect(read(...chunks).said).toEqual(whole);
    }
  });
});

describe("the line of a record that passes", () => {
  /** What may be handed on of each record in the input while it passes. */
  function linesOf(input: string): (string | undefined)[] {
    const lines: (string | undefined)[] = [];
    const reader: NdjsonReader = new NdjsonReader({
      record: (record) => lines.push(reader.lineOf(record)),
      damaged: (line, why) => lines.push(`${line}: ${why}`),
    });
    reader.push(Buffer.from(input));
    reader.end();
    return lines;
  }

  it("is as others wrote it: numbers, spaces, escapes and keys that come twice", () => {
    const lines = [
      '{"type":"a","n":12345678901234567890,"x":1.0,"y":-0,"z":1e999}',
      '{"type": "a", "list": [1, 2]}',
      '{"type":"a","text":"\\u00e9\\/\\ud800","k":1,"k":2}',
    ];
    expect(linesOf(lines.join("\n"))).toEqual(lines);
  });

  it("is without a byte order mark", () => expect(linesOf(`\ufeff${A}\n`)).toEqual([A]));

  it.each([
    ["the type is not first", '{"n":1,"type":"a"}'],
    ["a carriage return stands between values", '{"type":"a",\r"n":1}'],
    ["a tab stands between values", '{"type":"a",\t"n":1}'],
    ["it begins with a space", ` ${A}`],
  ])("is not handed on where %s", (_, line) => expect(linesOf(`${line}\n`)).toEqual([undefined]));

  it("is known too where its newline is still to come", () => {
    const lines: (string | undefined)[] = [];
    const reader: NdjsonReader = new NdjsonReader({
      record: (record) => lines.push(reader.lineOf(record)),
      damaged: () => {},
    });
    const line = '{"type":"a","n":12345678901234567890}';
    reader.push(Buffer.from(line));
    reader.silence();
    expect(lines).toEqual([line]);
  });

  it("ends before the carriage return of Windows", () => {
    expect(linesOf('{"type":"a","n":12345678901234567890}\r\n{"type":"a","x":1.0}\r\n')).toEqual([
      '{"type":"a","n":12345678901234567890}',
      '{"type":"a","x":1.0}',
    ]);
  });

  it("is known only while its record passes", () => {
    const records: AnyRecord[] = [];
    const reader: NdjsonReader = new NdjsonReader({
      record(record) {
        expect(records.map((one) => reader.lineOf(one))).toEqual(records.map(() => undefined));
        expect(reader.lineOf({ ...record })).toBeUndefined();
        records.push(record);
      },
      damaged: () => {},
    });
    reader.push(Buffer.from(`${A}\n${B}\n`));
    expect(records.map((record) => reader.lineOf(record))).toEqual([undefined, undefined]);
  });
});
