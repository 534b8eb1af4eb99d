// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the configuration's variables look like those of templates.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duration, globs } from "../../src/config/kinds.ts";
import { loadConfig } from "../../src/config/load.ts";
import { netrcEntries } from "../../src/config/netrc.ts";
import { malformedVariable } from "../../src/config/variables.ts";
import { ListingReader } from "../../src/ftp/listing/listing.ts";
import { portInPasv } from "../../src/ftp/passive.ts";
import { loginFault } from "../../src/ftp/replyFault.ts";
import { UsageError } from "../../src/records/fault.ts";
import { NdjsonReader } from "../../src/records/ndjsonReader.ts";
import { unsafeReason } from "../../src/sink/safeName.ts";
import { namePattern } from "../../src/stages/list/namePattern.ts";
import { runProgram, WrongUsage, wholeNumber } from "../program.ts";

/** Inputs of a size, in characters, that are as bad as we know any. */
const CASES: Readonly<Record<string, (size: number) => void>> = {
  "a line of LIST without an end": (size) => list("list", "-rw-r--r-- 1 1 1".padEnd(size, "1 ")),
  "lines of LIST": (size) => list("list", "-rw-r--r-- 1, 1, Jan 1\n".repeat(size / 23)),
  "facts of MLSD": (size) => list("mlsd", `${"a=;".repeat(5_000)}\n`.repeat(size / 15_001)),
  "chunks of a byte": (size) => {
    const reader = new ListingReader({ format: "list", now: new Date(0) });
    for (let at = 0; at < size / 10; at++) reader.push(Buffer.from("x"), () => {});
  },
  "a line of NDJSON": (size) => ndjson(`{"type":"a","b":"${"x".repeat(size)}"}\n`),
  "lines of NDJSON": (size) => ndjson("{}\n".repeat(size / 3)),
  "brackets of NDJSON": (size) => ndjson(`${"[".repeat(size)}\n`),
  "a reply of users": (size) => reply("users ".repeat(size / 6)),
  "a reply of limits": (size) => reply("max ".repeat(size / 4)),
  "a reply of digits": (size) => portInPasv("1".repeat(size)),
  "a name": (size) => unsafeReason("x".repeat(size)),
  "a name of folders": (size) => unsafeReason("x/".repeat(size / 2)),
  "a name for a pattern of stars": (size) => namePattern("*a*a*a*a*b")?.("a".repeat(size)),
  "a path for a pattern of stars": (size) => namePattern("**/a/**/a/**/{*a*a*b,c}")?.("a/".repeat(size / 2)),
  "a pattern of braces": (size) => globs.parse("{".repeat(size / 10)),
  "a duration": (size) => duration.parse("1".repeat(size)),
  "a text of variables": (size) => malformedVariable("${A:-".repeat(size / 5)),
  "a netrc file of quotes": (size) => netrcEntries('"\\" '.repeat(size / 4)),
  "a netrc file of macros": (size) => netrcEntries("macdef x\n \n".repeat(size / 11)),
  "a configuration of servers": (size) => configuration(servers(size / 200)),
  "a configuration of brackets": (size) => configuration(`a: ${"[]".repeat(size / 20)}`),
  "a configuration of aliases": (size) => configuration(`a: &a {}\nb: [${"*a,".repeat(size / 60)}]`),
  "a value of a configuration": (size) => configuration(`servers: { a: { host: ${"h".repeat(size / 3)} } }`),
};

function list(format: "mlsd" | "list", text: string): void {
  new ListingReader({ format, now: new Date(0) }).push(Buffer.from(text), () => {});
}

function ndjson(text: string): void {
  new NdjsonReader({ record: () => {}, damaged: () => {} }).push(Buffer.from(text));
}

function reply(text: string): void {
  loginFault({ code: 530, text, shown: text });
}

function servers(count: number): string {
  return `servers:\n${Array.from({ length: count }, (_, number) => `  s${number}: { host: h }\n`).join("")}`;
}

const folder = mkdtempSync(join(tmpdir(), "fh-growth-"));

function configuration(text: string): void {
  const file = join(folder, "cfg.yaml");
  writeFileSync(file, text);
  try {
    loadConfig(file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}

const USAGE = `npm run test:fuzz:growth -- SIZE…: says each case before it begins, and how many milliseconds each size took. Sizes are
characters, such as 2000000 4000000.`;

function main(): number {
  const sizes = process.argv.slice(2).map((size) => wholeNumber("size", size, 1));
  if (sizes.length === 0) throw new WrongUsage("a size is wanted");
  for (const [name, run] of Object.entries(CASES)) {
    process.stdout.write(name);
    for (const size of sizes) {
      const began = performance.now();
      run(size);
      process.stdout.write(` ${Math.round(performance.now() - began)}`);
    }
    process.stdout.write("\n");
  }
  return 0;
}

process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
await runProgram(USAGE, main);
