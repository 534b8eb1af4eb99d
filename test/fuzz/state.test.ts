import { deepStrictEqual, ok } from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { it } from "vitest";
import { JournalReader, journalHeader } from "../../src/pipeline/journalReader.ts";
import { thisProcess } from "../../src/records/processIdentity.ts";
import { changeHolders, type Holder, readHolders } from "../../src/sink/lockFile.ts";
import { describeHolder } from "../../src/sink/lockWords.ts";
import { endDoubt, takeNote } from "../../src/sink/partsMarker.ts";
import { configFolder } from "../config/configFolder.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutated.ts";

const WORDS = ['"', "{", "}", "[", "]", ",", "null", "-1", "1e99", '"pid":', "\\u0000"];
const OURS: Holder = { ...thisProcess(), run: "r", since: "2026-11-24T02:00:00Z", id: "i" };
const GONE: Holder = { ...OURS, pid: 4_194_304, start: "1", id: "j" };
const ELSEWHERE: Holder = { ...OURS, host: "elsewhere\u001b[2J", id: "k" };

it("a damaged lock is one of a process that is gone, or holders that can be described", async () => {
  const path = configFolder({})("lock");
  const locks = [[OURS], [GONE, OURS], [ELSEWHERE], []].map((holders) => `${JSON.stringify(holders)}\n`);
  await fuzz(
    { name: "damaged lock", runs: 30 },
    {
      draws: mutated(locks, WORDS),
      async holds(bytes) {
        writeFileSync(path, bytes);
        for (const holder of readHolders(path)) ok(!/[\u0000-\u001f\u007f]/.test(describeHolder(path, holder)));
        let living: readonly Holder[] = [];
        changeHolders(path, (alive) => {
          living = alive;
          return [...alive, OURS];
        });
        deepStrictEqual(readHolders(path), [...living, OURS]);
      },
    },
  );
});

it("a damaged journal is read as far as it makes sense", async () => {
  const path = configFolder({})("j.ndjson");
  const journal = [
    {
      type: "journal",
      run: "r",
      by: "list-1",
      stage: "list",
      ...thisProcess(),
      selection: [{ server: "a", buffer_path: "/b" }],
    },
    { type: "from", by: "servers-1", run: "r" },
    { type: "failure", stage: "list", server: "a", code: "timeout", message: "m", retry: true },
    { type: "end", stage: "list", run: "r", by: "list-1", code: 1, sources: [] },
    { type: "closed" },
  ].map((record) => `${JSON.stringify(record)}\n`);
  await fuzz(
    { name: "damaged journal", runs: 150 },
    {
      draws: mutated([journal.join(""), journal.slice(0, 3).join("")], WORDS),
      async holds(bytes) {
        writeFileSync(path, bytes);
        const reader = new JournalReader(path);
        ok(await reader.readOn());
        ok(await reader.readOn());
        for (const { by, run } of reader.froms) ok(typeof by === "string" && typeof run === "string");
        for await (const record of reader.records()) ok(typeof record.type === "string");
        await journalHeader(path);
      },
    },
  );
});

it("a damaged note on part files is trusted only where it is this boot's, byte for byte", async () => {
  const path = configFolder({})("parts");
  const boot = "0123-4567";
  await fuzz(
    { name: "damaged note", runs: 150 },
    {
      draws: mutated([boot, "?", "??", "89ab"], [boot]),
      holds(bytes) {
        writeFileSync(path, bytes);
        const isOurs = bytes.toString("utf8") === boot;
        deepStrictEqual(takeNote(path, boot), isOurs ? "trusted" : "doubtful");
        ok(existsSync(path) !== isOurs);
        if (isOurs) return;
        deepStrictEqual(readFileSync(path, "utf8"), "??");
        endDoubt(path);
        ok(!existsSync(path));
      },
    },
  );
});
