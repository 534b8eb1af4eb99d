import fc from "fast-check";
import { type Form, isInProcess, type Moment, type RoundEnd } from "./schedule.ts";

const completes: fc.Arbitrary<RoundEnd> = fc.constant({ how: "completes" });

export type Moments = fc.Arbitrary<Moment>;

/** Most of those with many files and few faults have had that many. */
export const anyMoment: Moments = fc.record({ at: fc.integer({ min: 1, max: 60 }), of: fc.constant("commands") });

/** In the middle of a file: faults of interruptions strike there. */
export const midFile: Moments = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: fc.integer({ min: 1, max: 3 }), of: fc.constant("faults") }) },
  { weight: 1, arbitrary: fc.record({ at: fc.integer({ min: 8, max: 40 }), of: fc.constant("commands") }) },
);

/** While pieces of a huge file come: a session sends some six commands before its first one. */
export const midPiece: Moments = fc.oneof(
  { weight: 2, arbitrary: fc.record({ at: fc.integer({ min: 1, max: 2 }), of: fc.constant("faults") }) },
  { weight: 3, arbitrary: fc.record({ at: fc.integer({ min: 14, max: 45 }), of: fc.constant("commands") }) },
);

function drawSignal(moment: Moments): fc.Arbitrary<RoundEnd> {
  return fc
    .tuple(fc.constantFrom<NodeJS.Signals & ("SIGINT" | "SIGTERM")>("SIGINT", "SIGTERM"), moment)
    .map(([signal, when]) => ({ how: "signal", signal, ...when }));
}

function drawKill(moment: Moments): fc.Arbitrary<RoundEnd> {
  return fc
    .tuple(fc.constantFrom("fetch", "fetch", "list", "report"), moment)
    .map(([stage, when]) => ({ how: "kill", stage, ...when }));
}

/** Ends in the middle, of a form. */
export function drawStops(form: Form, moment: Moments): fc.Arbitrary<RoundEnd> {
  return isInProcess(form)
    ? moment.map((when): RoundEnd => ({ how: "abort", ...when }))
    : fc.oneof(drawSignal(moment), drawKill(moment));
}

/** How rounds of a form end. */
export function drawEnds(form: Form, moment: Moments): fc.Arbitrary<RoundEnd> {
  const abort = drawStops(form, moment);
  const [signal, kill] = [drawSignal(moment), drawKill(moment)];
  switch (form) {
    case "operators":
      return fc.oneof(
        { weight: 4, arbitrary: completes },
        { weight: 2, arbitrary: abort },
        { weight: 1, arbitrary: fc.record({ how: fc.constant("leave"), records: fc.nat(40) }) },
      );
    case "chain":
      return fc.oneof({ weight: 2, arbitrary: completes }, { weight: 1, arbitrary: abort });
    case "pipe":
      return fc.oneof(
        ...[completes, signal, kill, kill, kill],
        fc.record({ how: fc.constant("head"), lines: fc.integer({ min: 1, max: 40 }) }),
      );
    case "harvest":
    case "threads":
      return fc.oneof(completes, signal, kill, kill);
  }
}
