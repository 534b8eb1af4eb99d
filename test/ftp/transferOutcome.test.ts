import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/ftp/replyFault.ts";
import { TransferOutcome } from "../../src/ftp/transferOutcome.ts";
import { Fault } from "../../src/records/fault.ts";

const CUT = new Fault("cut_off", "the control connection is lost");
const RESET = new Fault("cut_off", "the data connection was reset");
const SILENCE_MS = 30_000;

type Step = (transfer: TransferOutcome) => unknown;

function reply(text: string): Reply {
  return { code: Number.parseInt(text, 10), text, shown: text };
}

const connected: Step = (transfer) => transfer.connected();
const begins: Step = (transfer) => transfer.hear(reply("150 Here (6 bytes)."));
const three: Step = (transfer) => transfer.took(3);
const six: Step = (transfer) => transfer.took(6);
const ends: Step = (transfer) => transfer.dataEnded(undefined);
const breaks: Step = (transfer) => transfer.dataEnded(RESET);
const isLeft: Step = (transfer) => transfer.endEarly() && transfer.dataEnded(undefined);
const final: Step = (transfer) => transfer.hear(reply("226 Done."));
const aborted: Step = (transfer) => transfer.hear(reply("426 You left."));
const isLost: Step = (transfer) => transfer.controlLost(CUT);
const isRefused: Step = (transfer) => transfer.refuse(new Fault("not_found", "550"));

/** A transfer of a file of six bytes, or of nobody knows how many, of which this came. */
function outcomeOf(steps: readonly Step[], expected: number | null = 6, from = 0): TransferOutcome {
  const transfer = new TransferOutcome({ command: "RETR /a.txt", from, expected });
  for (const step of steps) step(transfer);
  return transfer;
}

const broken = { fault: RESET, session: "usable" };
const given = (fault: Fault) => ({ fault, session: "unusable" });
const silent = (message: RegExp) => given(expect.objectContaining({ message: expect.stringMatching(message) }));

describe("a file of six bytes", () => {
  it.each([
    ["all of it and a final reply", [connected, begins, six, ends, final], "done"],
    ["the final reply before the last bytes", [connected, begins, three, final, three, ends], "done"],
    ["another size, in order", [connected, begins, three, ends, final], "done"],
    ["no final reply yet", [connected, begins, six, ends], "open"],
    ["a final reply, and bytes still on their way", [connected, begins, three, final], "open"],
    ["all of it, then a reset and a final reply", [connected, begins, six, breaks, final], "done"],
    ["a part, then a reset and a final reply", [connected, begins, three, breaks, final], broken],
    ["all of it, but the session is lost", [connected, begins, six, ends, isLost], "done"],
    ["a part, and the session is lost", [connected, begins, three, ends, isLost], given(CUT)],
    ["a part, and both are lost", [connected, begins, three, breaks, isLost], given(RESET)],
    ["the rest may come, though the session is lost", [connected, begins, three, isLost], "open"],
    ["the session is lost before there is a connection", [isLost], given(CUT)],
    [
      "the last word came, and then the session is lost",
      [connected, begins, three, final, isLost, three, ends],
      "done",
    ],
    ["a last word that may be another's, and then the session is lost", [connected, final, isLost, ends], given(CUT)],
    ["a refusal that may be another's", [connected, isRefused, ends, isLost], "open"],
  ] satisfies [string, Step[], unknown][])("%s", (_, steps, verdict) => {
    expect(outcomeOf(steps).verdict()).toEqual(verdict);
  });

  it("is asked for from an offset on, and what it is then counts from there", () => {
    const rest = outcomeOf([connected, begins, three, ends], 6, 3);
    expect([rest.offset, rest.bytes]).toEqual([6, 3]);
    rest.controlLost(CUT);
    expect(rest.verdict()).toBe("done");
  });
});

describe("a file", () => {
  it("of unknown size is whole only with a final reply", () => {
    expect(outcomeOf([connected, begins, six, ends, final], null).verdict()).toBe("done");
    expect(outcomeOf([connected, begins, six, ends, isLost], null).verdict()).toEqual(given(CUT));
    expect(outcomeOf([connected, begins, three, isLost], null).verdict()).toEqual(given(CUT));
  });

  it("without a byte is an empty one only if the server has spoken of it", () => {
    expect(outcomeOf([connected, begins, ends, isLost], 0).verdict()).toBe("done");
    expect(outcomeOf([connected, ends, isLost], 0).verdict()).toEqual(given(CUT));
  });

  it("may be refused as long as no word and no byte of it came", () => {
    expect(outcomeOf([connected]).mayBeRefused(550)).toBe(true);
    expect(outcomeOf([connected]).mayBeRefused(500)).toBe(false);
    for (const step of [begins, three]) expect(outcomeOf([connected, step]).mayBeRefused(550)).toBe(false);
  });

  it("that is of another size is told with what the server said that it sends", () => {
    const { final: word, ...short } = outcomeOf([connected, begins, three, ends, final]).transferred();
    expect([short, word?.code]).toEqual([{ from: 0, bytes: 3, announced: 6 }, 226]);
    expect(outcomeOf([connected, begins, six, ends, isLost]).transferred()).toMatchObject({
      announced: undefined,
      final: undefined,
    });
  });
});

describe("a part of a file", () => {
  it.each([
    ["is here with any final reply", [isLeft, aborted]],
    ["is here also when the session is lost", [isLeft, isLost]],
  ])("%s", (_, steps) => {
    const part = outcomeOf([connected, begins, three, ...steps]);
    expect([part.verdict(), part.transferred().announced]).toEqual(["done", undefined]);
  });

  it("waits for a word when it was ended", () => {
    const part = outcomeOf([connected, begins, three, isLeft]);
    expect([part.verdict(), part.awaitsWordOnEarlyEnd]).toEqual(["open", true]);
    expect(part.verdictOfSilence(SILENCE_MS)).toBe("done");
  });

  it("is not ended at the file's own end, nor when its data is over", () => {
    expect([outcomeOf([connected, six]).endEarly(), outcomeOf([connected, three, ends]).endEarly()]).toEqual([
      false,
      false,
    ]);
  });
});

describe("silence", () => {
  it.each([
    ["before there is a connection", [begins], silent(/^no data connection within 30 s$/)],
    ["before it, whatever was said", [final], silent(/^no data connection/)],
    ["in the middle", [connected, begins, three], silent(/^no data for 30 s$/)],
    ["behind a part", [connected, begins, three, ends], silent(/^no final reply within 30 s$/)],
    ["behind all of it", [connected, begins, six, ends], "done"],
    ["behind all of it and a final reply, the connection still open", [connected, begins, six, final], "done"],
    ["behind all of it and a reset", [connected, begins, six, breaks], "done"],
    ["behind a reset", [connected, begins, three, breaks], given(RESET)],
    ["behind a refusal", [connected, isRefused], silent(/^550$/)],
  ] satisfies [string, Step[], unknown][])("%s", (_, steps, verdict) => {
    expect(outcomeOf(steps).verdictOfSilence(SILENCE_MS)).toEqual(verdict);
  });

  it("is borne for as long as a last word is worth", () => {
    const patience = (...steps: Step[]) => outcomeOf([connected, begins, ...steps]).patience_ms;
    expect([patience(six, ends), patience(three, breaks), patience(three, isLeft), patience(isRefused)]).toEqual([
      10_000, 3_000, 5_000, 3_000,
    ]);
    expect(patience(three, ends)).toBe(Number.POSITIVE_INFINITY);
  });
});

it("a final reply that may be another's is none, also where all of the file came behind it", () => {
  const transfer = outcomeOf([connected, final, isLost, six, ends]);
  expect(transfer.verdict()).toBe("done");
  expect(transfer.transferred().final).toBeUndefined();
});
