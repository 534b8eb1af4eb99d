import fc from "fast-check";
import type { FaultAction, ServerFault } from "../servers/scripted/fault.ts";
import { changeOf, type DrawnChange, drawChange } from "./drawTree.ts";
import type { FilePlan, ServerPlan } from "./schedule.ts";
import { wire } from "./truth.ts";

/** A fault whose file is not chosen yet: its place among those of the server, and how it changes. */
interface DrawnFault {
  readonly on: string;
  readonly nth: number;
  readonly times: number | null;
  readonly does:
    | FaultAction
    | { readonly kind: "change"; readonly place: number; readonly change: DrawnChange; readonly byte?: number };
}

type Does = DrawnFault["does"];

const LOG_IN = ["GREETING", "USER", "PASS", "FEAT", "TYPE", "OPTS"] as const;
const ASKING = ["SIZE", "MDTM", "REST", "XSHA256", "CWD", "QUIT"] as const;
const PASSIVE = ["EPSV", "PASV"] as const;

/** Shorter than any timeout that is drawn: it delays, and breaks nothing. */
const drawDelay_ms = fc.integer({ min: 1, max: 3_000 });

/** Replies are short. */
const drawReplyByte = fc.nat(60);

/** The beginning, the first bytes, around 64 KiB, anywhere. */
const drawDataByte = fc.oneof(fc.constant(0), fc.nat(2_000), fc.integer({ min: 65_000, max: 66_500 }), fc.nat(300_000));

/** What gets over a fault by trying again, or needs no more than patience. */
const passingControl: fc.Arbitrary<Does> = fc.oneof(
  fc.record({ kind: fc.constant("delay"), ms: drawDelay_ms, channel: fc.constant("control"), byte: drawReplyByte }),
  fc.record({ kind: fc.constantFrom("stall", "reset", "cut"), channel: fc.constant("control"), byte: drawReplyByte }),
  fc.record({
    kind: fc.constant("split"),
    size: fc.integer({ min: 1, max: 20 }),
    channel: fc.constant("control"),
    byte: drawReplyByte,
  }),
  fc.record({ kind: fc.constant("merge"), ms: drawDelay_ms }),
  fc.record({ kind: fc.constant("restart"), ms: fc.nat(500) }),
  fc.constant({ kind: "reply", text: "421 Going down." }),
);

const passingData: fc.Arbitrary<Does> = fc.oneof(
  fc.record({ kind: fc.constant("delay"), ms: drawDelay_ms, channel: fc.constant("data"), byte: drawDataByte }),
  fc.record({ kind: fc.constantFrom("stall", "reset", "cut"), channel: fc.constant("data"), byte: drawDataByte }),
  fc.record({
    kind: fc.constant("split"),
    size: fc.integer({ min: 1, max: 3_000 }),
    channel: fc.constant("data"),
    byte: drawDataByte,
  }),
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
const passingFile: fc.Arbitrary<Does> = fc.oneof(
  fc.record({ kind: fc.constantFrom("truncate", "repeat data"), byte: drawDataByte }),
  fc.record({
    kind: fc.constant("insert"),
    bytes: fc.constantFrom("x", "\0\0\0", "226 Done.\r\n"),
    channel: fc.constant("data"),
    byte: drawDataByte,
  }),
);

const passingPassive: fc.Arbitrary<Does> = fc.oneof(
  fc.constant({ kind: "wrong port" }),
  fc.constant({ kind: "refuse data" }),
  passingControl,
);

/** What a server may not get over, or what leaves the two sides at odds about which reply answers what. */
const lastingControl: fc.Arbitrary<Does> = fc.oneof(
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

const lastingListing: fc.Arbitrary<Does> = fc.oneof(
  fc.record({ kind: fc.constantFrom("truncate", "repeat data"), byte: fc.nat(2_000) }),
  fc.record({
    kind: fc.constant("insert"),
    bytes: fc.constantFrom("x", "\r\n", "\0", "../", "type=file;size=3;modify=20260101000000; ghost\r\n"),
    channel: fc.constant("data"),
    byte: fc.nat(2_000),
  }),
);

const changing: fc.Arbitrary<Does> = fc.record(
  { kind: fc.constant("change"), place: fc.nat(40), change: drawChange, byte: drawDataByte },
  { requiredKeys: ["kind", "place", "change"] },
);

function on(
  commands: readonly string[],
  does: fc.Arbitrary<Does>,
  times: fc.Arbitrary<number | null>,
): fc.Arbitrary<DrawnFault> {
  return fc.record({
    on: fc.constantFrom(...commands),
    nth: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })),
    times,
    does,
  });
}

/** Once, some times, from there on always. */
const drawTimes = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const ONCE = fc.constant(1);
const LISTING = "listing";

/** One after which all files can come. A log-in that was refused is not tried again, so it is not refused. */
const drawPassing: fc.Arbitrary<DrawnFault> = fc.oneof(
  { weight: 3, arbitrary: on(LOG_IN, passingControl, ONCE) },
  { weight: 2, arbitrary: on(ASKING, passingControl, ONCE) },
  { weight: 3, arbitrary: on(PASSIVE, passingPassive, ONCE) },
  { weight: 3, arbitrary: on([LISTING], fc.oneof(passingControl, passingData), ONCE) },
  { weight: 6, arbitrary: on(["RETR"], fc.oneof(passingControl, passingData, passingFile), ONCE) },
);

const drawAny: fc.Arbitrary<DrawnFault> = fc.oneof(
  { weight: 3, arbitrary: on([...LOG_IN, ...ASKING], fc.oneof(passingControl, lastingControl), drawTimes) },
  { weight: 2, arbitrary: on(PASSIVE, fc.oneof(passingPassive, lastingControl), drawTimes) },
  {
    weight: 3,
    arbitrary: on([LISTING], fc.oneof(passingControl, passingData, lastingControl, lastingListing), drawTimes),
  },
  { weight: 5, arbitrary: on(["RETR"], fc.oneof(passingControl, passingData, passingFile, lastingControl), drawTimes) },
  { weight: 3, arbitrary: on(["RETR", "SIZE", "MDTM", LISTING, "EPSV"], changing, ONCE) },
);

/** Faults of a server with these files. */
export function drawFaults(most: number): fc.Arbitrary<readonly DrawnFault[]> {
  return fc.array(drawAny, { maxLength: most });
}

export const drawPassingFault: fc.Arbitrary<readonly DrawnFault[]> = drawPassing.map((fault) => [fault]);

/** The same for a certain server: its listings' command, its files. */
export function faultOn({ listing, files }: ServerPlan, { on, nth, times, does }: DrawnFault): ServerFault {
  const action =
    does.kind === "change" && "place" in does ? changeAt(files, on === "RETR" ? nth : undefined, does) : does;
  return { on: on === LISTING ? listing : on, nth, ...(times !== 1 && { times }), does: action };
}

/** Of two changes while a file is read one is of that file, as far as one can tell which is read when. */
function changeAt(
  files: Readonly<Record<string, FilePlan>>,
  read: number | undefined,
  { place, change, byte }: Extract<Does, { place: number }>,
): FaultAction {
  const readFirst = Object.keys(files).sort((one, other) => depthOf(one) - depthOf(other));
  const path = (place % 2 === 0 && read !== undefined ? readFirst[read - 1] : undefined) ?? pathAt(files, place);
  const size = files[path]?.size ?? 0;
  const at = byte === undefined ? {} : { byte: byte > size ? byte % (size + 1) : byte };
  return { kind: "change", path: wire(path), change: changeOf(files[path], change), ...at };
}

function depthOf(path: string): number {
  return path.split("/").length;
}

/** Some places are beyond the files that there are: then it is a new one. */
export function pathAt(files: Readonly<Record<string, FilePlan>>, place: number): string {
  return Object.keys(files)[place] ?? `/new${place}.bin`;
}
