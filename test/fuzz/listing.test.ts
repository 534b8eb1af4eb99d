import { equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { it } from "vitest";
import type { Entry } from "../../src/ftp/listing/entry.ts";
import { ListingReader } from "../../src/ftp/listing/listing.ts";
import { fuzz } from "./fuzz.ts";
import { LIST_LINES, MLSD_LINES } from "./listingLines.ts";
import { chunked, cuts, mutated } from "./mutated.ts";

type Format = "mlsd" | "list";

const NOW = new Date("2026-11-24T02:00:00Z");
const WORDS = [
  " -> ",
  ";",
  "=",
  "type=",
  "size=",
  "total 4",
  "<DIR>",
  " Nov 24 01:57 ",
  " Feb 30 2026 ",
  "-1",
  "24:60",
];
const LINES: Readonly<Record<Format, readonly string[]>> = { list: LIST_LINES, mlsd: MLSD_LINES };
const format = fc.constantFrom<Format>("list", "mlsd");
const ofFormat = format.chain((one) =>
  fc.record({
    format: fc.constant(one),
    listing: mutated([LINES[one].join("\r\n"), `${LINES[one].join("\n")}\n`], WORDS),
    cuts,
  }),
);

function read(format: Format, chunks: readonly Uint8Array[]) {
  const reader = new ListingReader({ format, now: NOW });
  const entries: Entry[] = [];
  for (const chunk of chunks) reader.push(chunk, (entry) => entries.push(entry));
  reader.end((entry) => entries.push(entry));
  const { lines, sums, rejected, rejectedSample } = reader;
  return { entries, lines, sums, rejected, rejectedSample };
}

function checkSane({ name, size, modified, target, kind }: Entry): void {
  ok(name !== "" && !name.includes("\n"));
  ok(size === null || (Number.isSafeInteger(size) && size >= 0));
  ok(target === undefined || kind === "link");
  if (modified === null) return;
  const [day = "", time = "00:00"] = modified.replace(/Z$/, "").split("T");
  equal(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), day);
  match(time, /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?$/);
}

it("a damaged listing gives sane entries, the same however its bytes are cut", async () => {
  await fuzz(
    { name: "damaged listing", runs: 300 },
    {
      draws: ofFormat,
      holds({ format, listing, cuts }) {
        const whole = read(format, [listing]);
        for (const entry of whole.entries) checkSane(entry);
        ok(whole.lines >= whole.entries.length + whole.rejected + whole.sums);
        equal(JSON.stringify(read(format, chunked(listing, cuts))), JSON.stringify(whole));
      },
    },
  );
});

it("a good line among damaged ones of a listing is never lost", async () => {
  const draws = format.chain((one) =>
    fc.record({
      format: fc.constant(one),
      lines: fc.array(fc.record({ good: fc.constantFrom(...LINES[one]), damaged: mutated(LINES[one], WORDS) }), {
        maxLength: 12,
      }),
    }),
  );
  await fuzz(
    { name: "good lines of listings", runs: 200 },
    {
      draws,
      holds({ format, lines }) {
        const bytes = lines.flatMap(({ good, damaged }) => [damaged, Buffer.from(`\n${good}\r\n`, "latin1")]);
        const wanted = lines.flatMap(({ good }) => read(format, [Buffer.from(good, "latin1")]).entries);
        const { entries } = read(format, bytes);
        let at = -1;
        for (const entry of wanted) {
          at = entries.findIndex((one, place) => place > at && JSON.stringify(one) === JSON.stringify(entry));
          ok(at !== -1, JSON.stringify(entry));
        }
      },
    },
  );
});
