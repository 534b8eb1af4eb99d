import { describe, expect, it } from "vitest";
import { endingNotes } from "../../src/pipeline/endingNotes.ts";
import type { Endings } from "../../src/pipeline/endings.ts";
import type { Ending, EndRecord, SourceRecord } from "../../src/records/record.ts";

const source = (by: string, how: Ending): SourceRecord => ({ type: "source", run: "r", by, stage: "list", how });
const end = (by: string, inputs: EndRecord["inputs"]): EndRecord => ({
  ...{ type: "end", run: "r", by, stage: "fetch", code: 0, counts: {} },
  inputs,
});

function notes(facts: Partial<Endings>): string[] {
  const whole = { sources: [], ends: [], empty: false, cut: false, code: 0 } as const;
  return endingNotes({ ...whole, async *missed() {}, ...facts });
}

describe("of how the input ended a person hears", () => {
  it("nothing where all is well, or the reader left", () => {
    expect(notes({ sources: [source("list-1", "ended"), source("list-2", "closed")] })).toEqual([]);
  });

  it("who was killed and of whom nothing is known", () => {
    const told = notes({ sources: [source("list-1", "cut"), source("fetch-1", "open")] });
    expect(told).toEqual([expect.stringMatching(/^list-1 was killed/), expect.stringMatching(/^fetch-1 left no sign/)]);
  });

  it("of many at once, with a few names", () => {
    const open = (count: number) => Array.from({ length: count }, (_, n) => source(`list-${n}`, "open"));
    expect(notes({ sources: open(2) })).toEqual([expect.stringMatching(/^each of list-0, list-1 left no sign/)]);
    expect(notes({ sources: open(9) })).toEqual([
      expect.stringMatching(/^each of list-0, list-1, list-2 and 6 more left no sign/),
    ]);
  });

  it("no word of what a stage before has said", () => {
    const ends = [end("fetch-1", [{ by: "list-1", how: "cut" }])];
    expect(notes({ sources: [source("list-1", "cut"), source("fetch-1", "ended")], ends })).toEqual([]);
  });

  it("that nothing came", () => {
    expect(notes({ empty: true })).toEqual([
      "nothing came in: did the command before this one start, or did a filter take everything?",
    ]);
  });
});
