import fc from "fast-check";
import type { FaultAction, ServerFault } from "../servers/scripted/fault.ts";
import {
  drawDataByte,
  lastingControl,
  lastingListing,
  passingControl,
  passingData,
  passingFile,
  passingPassive,
} from "./drawActions.ts";
import { changeOf, type DrawnChange, drawChange, drawRewriting } from "./drawTree.ts";
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

const changing: fc.Arbitrary<Does> = fc.record(
  { kind: fc.constant("change"), place: fc.nat(40), change: drawChange, byte: drawDataByte },
  { requiredKeys: ["kind", "place", "change"] },
);

const drawNth = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }));

function on(
  commands: readonly string[],
  does: fc.Arbitrary<Does>,
  times: fc.Arbitrary<number | null>,
  nth = drawNth,
): fc.Arbitrary<DrawnFault> {
  return fc.record({ on: fc.constantFrom(...commands), nth, times, does });
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

/** Behind what is kept of a file for later; those of `drawLargeFiles` all have the first of these bytes. */
const drawLateByte = fc.oneof(fc.integer({ min: 66_000, max: 100_000 }), fc.integer({ min: 66_000, max: 300_000 }));

const drawInterruption: fc.Arbitrary<Does> = fc.record({
  kind: fc.constantFrom("stall", "reset", "cut"),
  channel: fc.constant("data"),
  byte: drawLateByte,
});

const drawRewritten: fc.Arbitrary<Does> = fc.record({
  kind: fc.constant("change"),
  place: fc.nat(3),
  change: fc.oneof(drawRewriting, drawChange),
  byte: drawLateByte,
});

/** Yes, and RETR begins at 0 all the same; the next time it may not. */
const ignoredRest: fc.Arbitrary<Does> = fc.constant({ kind: "reply", text: "350 Restarting." });

/** There are few files, and some are here when a round begins. */
const drawEarlyNth = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 }));

const drawFewTimes = fc.oneof(ONCE, fc.integer({ min: 2, max: 3 }));

/** What keeps few large files from coming in one piece. */
export const drawInterruptions: fc.Arbitrary<readonly DrawnFault[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: on(["RETR"], drawInterruption, drawFewTimes, drawEarlyNth) },
    { weight: 2, arbitrary: on(["REST"], ignoredRest, drawFewTimes, drawEarlyNth) },
    { weight: 3, arbitrary: on(["RETR"], drawRewritten, ONCE, drawEarlyNth) },
    { weight: 1, arbitrary: drawAny },
  ),
  { maxLength: 6 },
);

/** Around where pieces begin and meet, which is where streams are that a huge file comes by: in the first bytes, after some MB. */
const drawPieceByte = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(10_000) },
  { weight: 2, arbitrary: fc.integer({ min: 4_190_000, max: 4_210_000 }) },
  { weight: 5, arbitrary: fc.integer({ min: 100_000, max: 9_000_000 }) },
);

const drawInPiece: fc.Arbitrary<Does> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("stall", "stall", "reset", "cut"),
      channel: fc.constant("data" as const),
      byte: drawPieceByte,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("truncate", "repeat data"), byte: drawPieceByte }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("insert"),
      bytes: fc.constantFrom("x", "\0\0\0\0", "226 Done.\r\n"),
      channel: fc.constant("data" as const),
      byte: drawPieceByte,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("delay"),
      ms: fc.integer({ min: 1, max: 3_000 }),
      channel: fc.constant("data" as const),
      byte: drawPieceByte,
    }),
  },
  { weight: 4, arbitrary: fc.oneof(passingControl, passingData) },
);

/** Where RETR is to begin is not understood, or understood and forgotten. */
const drawNoRest: fc.Arbitrary<Does> = fc.oneof(
  { weight: 3, arbitrary: ignoredRest },
  { weight: 1, arbitrary: fc.constant({ kind: "reply", text: "502 Not implemented." }) },
  { weight: 1, arbitrary: passingControl },
);

/** No further session is let in, for now or at all. */
const drawNoEntry: fc.Arbitrary<Does> = fc.constantFrom(
  { kind: "reply", text: "421 Too many connections." },
  { kind: "reply", text: "530 Sorry, too many users." },
  { kind: "reply", text: "421 Later." },
);

const drawRewrittenHuge: fc.Arbitrary<Does> = fc.record({
  kind: fc.constant("change"),
  place: fc.nat(2),
  change: fc.oneof({ weight: 2, arbitrary: drawRewriting }, { weight: 1, arbitrary: drawChange }),
  byte: drawPieceByte,
});

/** The first session, another one, one that comes for the second time. */
const drawPieceNth = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 10 }));

const drawAboutPieces: fc.Arbitrary<DrawnFault> = fc.oneof(
  { weight: 8, arbitrary: on(["RETR"], drawInPiece, drawTimes, drawPieceNth) },
  { weight: 3, arbitrary: on(["REST"], drawNoRest, drawTimes, drawPieceNth) },
  { weight: 3, arbitrary: on(["RETR", "RETR", "MDTM", "REST"], drawRewrittenHuge, ONCE, drawPieceNth) },
  { weight: 2, arbitrary: on(["GREETING", "PASS"], drawNoEntry, drawTimes, fc.integer({ min: 2, max: 6 })) },
  { weight: 1, arbitrary: drawAny },
);

/** What befalls files in segments. */
export const drawFaultsOfPieces: fc.Arbitrary<readonly DrawnFault[]> = fc.array(drawAboutPieces, {
  maxLength: 6,
  size: "max",
});

export const drawPassingFaultOfPieces: fc.Arbitrary<readonly DrawnFault[]> = fc
  .oneof(
    { weight: 4, arbitrary: on(["RETR"], fc.oneof(drawInPiece, passingFile), ONCE, drawPieceNth) },
    { weight: 2, arbitrary: on(["REST"], drawNoRest, ONCE, drawPieceNth) },
    { weight: 1, arbitrary: drawPassing },
  )
  .map((fault) => [fault]);

export const drawPassingFault: fc.Arbitrary<readonly DrawnFault[]> = drawPassing.map((fault) => [fault]);

/** The same for a certain server: its listings' command, its way to log in, its files. */
export function faultOn({ listing, files, tls }: ServerPlan, { on, nth, times, does }: DrawnFault): ServerFault {
  const action =
    does.kind === "change" && "place" in does ? changeAt(files, on === "RETR" ? nth : undefined, does) : does;
  const names: Readonly<Record<string, string>> = { [LISTING]: listing, ...(tls === "explicit" && { OPTS: "AUTH" }) };
  return { on: names[on] ?? on, nth, ...(times !== 1 && { times }), does: action };
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
