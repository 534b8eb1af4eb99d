import fc from "fast-check";
import type { FaultAction } from "../servers/scripted/fault.ts";

/** Shorter than any timeout that is drawn: it delays, and breaks nothing. */
const drawDelay_ms = fc.integer({ min: 1, max: 3_000 });

/** Replies are short. */
const drawReplyByte = fc.nat(60);

/** The beginning, the first bytes, around 64 KiB, anywhere. */
export const drawDataByte = fc.oneof(
  fc.constant(0),
  fc.nat(2_000),
  fc.integer({ min: 65_000, max: 66_500 }),
  fc.nat(300_000),
);

/** What may happen to either channel and passes. `largest`: bytes of a piece. */
function passingOn(
  which: "control" | "data",
  byte: fc.Arbitrary<number>,
  largest: number,
): fc.Arbitrary<FaultAction>[] {
  const channel = fc.constant(which);
  return [
    fc.record({ kind: fc.constant("delay"), ms: drawDelay_ms, channel, byte }),
    fc.record({ kind: fc.constantFrom("stall", "reset", "cut"), channel, byte }),
    fc.record({ kind: fc.constant("split"), size: fc.integer({ min: 1, max: largest }), channel, byte }),
  ];
}

/** What gets over a fault by trying again, or needs no more than patience. */
export const passingControl: fc.Arbitrary<FaultAction> = fc.oneof(
  ...passingOn("control", drawReplyByte, 20),
  fc.record({ kind: fc.constant("merge"), ms: drawDelay_ms }),
  fc.record({ kind: fc.constant("restart"), ms: fc.nat(500) }),
  fc.constant({ kind: "reply", text: "421 Going down." }),
);

export const passingData: fc.Arbitrary<FaultAction> = fc.oneof(
  ...passingOn("data", drawDataByte, 3_000),
  fc.record({ kind: fc.constant("late"), ms: drawDelay_ms }),
  fc.constant({ kind: "early" }),
  fc.record({
    kind: fc.constant("final"),
    text: fc.constantFrom(null, "426 Connection closed.", "451 Local error.", "250 Done."),
  }),
  fc.record({
    kind: fc.constant("reply"),
    text: fc.constantFrom("425 No data connection.", "450 Busy.", "451 Local error."),
  }),
);

/** A file that came short or long is noticed; a listing that came short is not, see README. */
export const passingFile: fc.Arbitrary<FaultAction> = fc.oneof(
  fc.record({ kind: fc.constantFrom("truncate", "repeat data"), byte: drawDataByte }),
  fc.record({
    kind: fc.constant("insert"),
    bytes: fc.constantFrom("x", "\0\0\0", "226 Done.\r\n"),
    channel: fc.constant("data"),
    byte: drawDataByte,
  }),
);

export const passingPassive: fc.Arbitrary<FaultAction> = fc.oneof(
  fc.constant({ kind: "wrong port" }),
  fc.constant({ kind: "refuse data" }),
  passingControl,
);

/** What a server may not get over, or what leaves the two sides at odds about which reply answers what. */
export const lastingControl: fc.Arbitrary<FaultAction> = fc.oneof(
  fc.record({
    kind: fc.constant("reply"),
    text: fc.constantFrom(
      ...[
        "550 No such file.",
        "550 Permission denied.",
        "530 Log in first.",
        "421 Too many connections.",
        "452 Disk full.",
      ],
      ...[
        "500 What?",
        "502 Not implemented.",
        "553 Name not allowed.",
        "200 OK",
        "226 Done.",
        "hello",
        "",
        "999 What?",
        "123",
      ],
      ...["213 7", "213 66000", "213 20260101030400", "350 Yes.", '257 "/elsewhere"', "229 (|||1|)", "227 (1,2,3,4,5)"],
    ),
  }),
  fc.record({
    kind: fc.constant("insert"),
    bytes: fc.constantFrom(
      "x",
      "\r\n",
      "\0",
      "\xff\xfb\x01",
      "226 Surprise.\r\n",
      "550 No.\r\n",
      "213 12\r\n",
      "226-Endless\r\n",
    ),
    channel: fc.constant("control"),
    byte: drawReplyByte,
  }),
  fc.constant({ kind: "repeat reply" }),
  fc.constant({ kind: "forget" }),
);

export const lastingListing: fc.Arbitrary<FaultAction> = fc.oneof(
  fc.record({ kind: fc.constantFrom("truncate", "repeat data"), byte: fc.nat(2_000) }),
  fc.record({
    kind: fc.constant("insert"),
    bytes: fc.constantFrom("x", "\r\n", "\0", "../", "type=file;size=3;modify=20260101000000; ghost\r\n"),
    channel: fc.constant("data"),
    byte: fc.nat(2_000),
  }),
);
