import fc from "fast-check";
import { type Cast, largeCast, usualCast } from "./drawCast.ts";
import { anyMoment, drawEnds, type Moments, midFile } from "./drawEnds.ts";
import { drawFaults, drawInterruptions, drawPassingFault, faultOn, pathAt } from "./drawFaults.ts";
import { changeOf, type DrawnChange, drawChange, drawRewriting } from "./drawTree.ts";
import { type FileChange, type Form, isInProcess, type RoundPlan, type Schedule, type ServerPlan } from "./schedule.ts";

/** What may be asked of the draw: everything unless given. */
export interface Wanted {
  readonly form?: Form | undefined;
  readonly profile?: Schedule["profile"] | undefined;
  /** Files of a server at the most: fewer take less time. */
  readonly files?: number | undefined;
}

/** Few are enough: the operators are the same. */
const drawForm: fc.Arbitrary<Form> = fc.oneof(
  { weight: 46, arbitrary: fc.constant("operators") },
  { weight: 10, arbitrary: fc.constant("chain") },
  { weight: 3, arbitrary: fc.constant("pipe") },
  { weight: 6, arbitrary: fc.constant("harvest") },
);

/** What happens to schedules. */
const drawKind = fc.oneof(
  { weight: 5, arbitrary: fc.constant("disaster" as const) },
  { weight: 3, arbitrary: fc.constant("interruption" as const) },
  { weight: 2, arbitrary: fc.constant("mishap" as const) },
);

/** Any schedule. Shrinks to fewer servers, files, faults and rounds. */
export function drawSchedule({ form, profile, files }: Wanted): fc.Arbitrary<Schedule> {
  const kinds = { any: drawKind.filter((kind) => kind !== "mishap"), "one passing": fc.constant("mishap" as const) };
  return fc
    .record({
      form: form === undefined ? drawForm : fc.constant(form),
      kind: profile === undefined ? drawKind : kinds[profile],
    })
    .chain((drawn) => {
      switch (drawn.kind) {
        case "disaster":
          return drawAnyRounds(usualCast(drawn.form, files), drawn.form, drawTrouble, anyMoment);
        case "interruption":
          return drawAnyRounds(largeCast(drawn.form), drawn.form, drawInterrupted, midFile);
        case "mishap":
          return drawMishap(drawn.form, usualCast(drawn.form, files));
      }
    });
}

interface Trouble {
  readonly changes: readonly DrawnFileChange[];
  readonly faults: ReturnType<typeof drawFaults> extends fc.Arbitrary<infer U> ? U : never;
}

interface DrawnFileChange {
  readonly place: number;
  readonly change: DrawnChange;
}

function drawAnyRounds(
  { options, servers }: Cast,
  form: Form,
  trouble: fc.Arbitrary<Trouble>,
  moment: Moments,
): fc.Arbitrary<Schedule> {
  const round = fc.record({
    troubles: fc.array(trouble, { minLength: MOST_SERVERS, maxLength: MOST_SERVERS }),
    ends: drawEnds(form, moment),
  });
  // Each one more starts commands once more.
  const maxLength = isInProcess(form) ? 2 : 1;
  return fc
    .record({ options, servers, rounds: fc.array(round, { minLength: 1, maxLength }) })
    .map(({ rounds, ...drawn }) => ({
      profile: "any",
      form,
      ...drawn,
      rounds: rounds.map(({ ends, troubles }) => ({ ends, servers: placed(drawn.servers, troubles) })),
    }));
}

/** One fault that passes, with enough retries, on servers that do not limit what is needed to get over it. */
function drawMishap(form: Form, cast: Cast): fc.Arbitrary<Schedule> {
  return fc
    .record({
      ...cast,
      faults: fc.array(drawPassingFault, { minLength: MOST_SERVERS, maxLength: MOST_SERVERS }),
    })
    .map(({ options, servers, faults }) => ({
      profile: "one passing",
      form,
      options: { ...options, retries: Math.max(enoughRetries(servers), options.retries) },
      servers,
      rounds: [
        {
          ends: { how: "completes" },
          servers: placed(
            servers,
            faults.map((one) => ({ changes: [], faults: one })),
          ),
        },
      ],
    }));
}

/** A server with a limit may have seen the end of the last connection only when the next one has come. */
function enoughRetries(servers: readonly ServerPlan[]): number {
  return servers.some(({ maxConnections }) => maxConnections !== null) ? 5 : 2;
}

const MOST_SERVERS = 3;

const drawTrouble: fc.Arbitrary<Trouble> = fc.record({
  changes: fc.array(fc.record({ place: fc.nat(40), change: drawChange }), { maxLength: 3 }),
  faults: drawFaults(9),
});

/** Of the large files some are others in the next round, while a part of what they were is here. */
const drawInterrupted: fc.Arbitrary<Trouble> = fc.record({
  changes: fc.array(fc.record({ place: fc.nat(3), change: fc.oneof(drawRewriting, drawChange) }), {
    minLength: 1,
    maxLength: 3,
  }),
  faults: drawInterruptions,
});

function placed(servers: readonly ServerPlan[], troubles: readonly Trouble[]): RoundPlan["servers"] {
  return servers.map((server, place) => {
    const { changes = [], faults = [] } = troubles[place] ?? {};
    return {
      changes: changes.map(({ place: at, change }): FileChange => {
        const path = pathAt(server.files, at);
        return { path, change: changeOf(server.files[path], change) };
      }),
      faults: faults.map((fault) => faultOn(server, fault)),
    };
  });
}
