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

  it("no word of what a stage before has said", () => {
    const ends = [end("fetch-1", [{ by: "list-1", how: "cut" }])];
    expect(notes({ sources: [source("list-1", "cut"), source("fetch-1", "ended")], ends })).toEqual([]);
  });

  it("that nothing came", () => {
    expect(notes({ empty: true })).toEqual(["nothing came in: did the command before this one start?"]);
  });
});
