import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import picomatch from "picomatch";
import { it } from "vitest";
import { duration, globs, host, rate, size } from "../../src/config/kinds.ts";
import { namesIn } from "../../src/ftp/names.ts";
import { Fault } from "../../src/records/fault.ts";
import { readPartName } from "../../src/sink/partName.ts";
import { unsafeReason } from "../../src/sink/safeName.ts";
import { namePattern } from "../../src/stages/list/namePattern.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutated.ts";

const NAMES = [
  "daily/2026-11-24.csv",
  "../../etc/passwd",
  ".0123456789abcdef-01234567.fh-part",
  ".a.fh-lock-busy",
  "CON",
  "caf\xc3\xa9",
];

it("a name that is called safe lies below its folder", async () => {
  await fuzz(
    { name: "safe names", runs: 500 },
    {
      draws: fc.record({
        bytes: mutated(NAMES, ["..", "/", "//", "\\", ".fh-lock", ".fh-part", ".fh-parts"]),
        raw: fc.boolean(),
      }),
      holds({ bytes, raw }) {
        const name = bytes.toString("utf8");
        if (unsafeReason(name, raw ? bytes : undefined) !== undefined) return;
        const parts = (raw ? bytes.toString("latin1") : name).split("/");
        for (const part of parts) {
          ok(part !== "" && part !== "." && part !== ".." && !/[\0\r\n]/.test(part));
          ok(Buffer.byteLength(part, raw ? "latin1" : "utf8") <= 255);
          equal(readPartName(part), undefined);
        }
      },
    },
  );
});

it("a damaged name has a text in any encoding, and where that is exact it gives the name back", async () => {
  await fuzz(
    { name: "encodings", runs: 150 },
    {
      draws: fc.record({
        bytes: mutated(
          ["caf\xc3\xa9/\xb9\xe3\xb6\xab.csv", "\x82\xa0/\x81\x5c", "\xff\xfe/a"],
          ["/", "\\", "\x80", "\x81\x30\x81\x30", "\x8f\xa1\xa1"],
        ),
        encoding: fc.constantFrom(
          "utf-8",
          "gbk",
          "gb18030",
          "big5",
          "shift_jis",
          "euc-jp",
          "euc-kr",
          "windows-1252",
          "koi8-r",
        ),
      }),
      holds({ bytes, encoding }) {
        const names = namesIn(encoding);
        const wire = bytes.toString("latin1");
        const { text, exact } = names.decode(wire);
        equal(text.split("/").length, wire.split("/").length);
        if (exact) return equal(names.encode(text), wire);
        try {
          names.encode(text);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
        }
      },
    },
  );
});

it("a pattern of plain signs means what picomatch means by it", async () => {
  const pieces = (most: number, units: readonly string[]) =>
    fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: most }).map((drawn) => drawn.join(""));
  const signs = [..."ab.- é_"];
  await fuzz(
    { name: "patterns", runs: 1_000 },
    {
      draws: fc.record({
        pattern: pieces(8, [
          ...signs,
          ..."*?*/",
          "/**/",
          "**/",
          "/**",
          "{a,b}",
          "{*.a,b?}",
          "{a,}",
          "{b/*,a}",
          "{a,{b,c}}",
        ]),
        name: pieces(12, [...signs, ..."/ab"]),
      }),
      holds({ pattern, name }) {
        const matches = namePattern(pattern);
        // No names of files; of them picomatch thinks this and that. For it `*.*` alone wants a letter behind the dot.
        if (matches === undefined || /(^|\/)(\.?\.?\/|\.?\.?$)/.test(name) || name.endsWith(".")) return;
        // It takes `a` for one of `a/**/{a,}*`, but of neither `a/**/a*` nor `a/**/*`.
        if (/\*\*\/\{a,\}\*/.test(pattern)) return;
        equal(matches(name), picomatch(pattern, { dot: true, nonegate: true, strictSlashes: true })(name));
      },
    },
  );
});

it("a damaged value is of its kind, or none", async () => {
  await fuzz(
    { name: "kinds", runs: 500 },
    {
      draws: mutated(
        ["1.5h", "10MiB", "100kB/s", "*.{csv,txt},a\\,b", "[2001:db8::1]", "fe80::1%eth0"],
        ["{", "}", ",", "\\", ".", "e", "0"],
      ),
      holds(bytes) {
        const text = bytes.toString("utf8");
        for (const kind of [duration, size, rate]) {
          const number = kind.parse(text);
          ok(number === undefined || (Number.isSafeInteger(number) && number >= 0));
        }
        const patterns = globs.parse(text) ?? [];
        ok(patterns.every((pattern) => pattern !== ""));
        ok(!/[\s/]/.test(host.parse(text) ?? ""));
      },
    },
  );
});
