import fc from "fast-check";
import { type Cast, drawSegments, hugeCast, hugestCast, largeCast, usualCast } from "./drawCast.ts";
import { anyMoment, drawEnds, drawStops, midFile, midPiece } from "./drawEnds.ts";
import {
  drawFaults,
  drawFaultsOfPieces,
  drawInterruptions,
  drawPassingFault,
  drawPassingFaultOfPieces,
  faultOn,
  pathAt,
} from "./drawFaults.ts";
import { changeOf, type DrawnChange, drawChange, drawRewriting } from "./drawTree.ts";
import {
  type FileChange,
  type Form,
  isInProcess,
  type RoundEnd,
  type RoundPlan,
  type Schedule,
  type ServerPlan,
} from "./schedule.ts";

/** What may be asked of the draw: everything unless given. */
export interface Wanted {
  readonly form?: Form | undefined;
  readonly profile?: Schedule["profile"] | undefined;
  /** Files of a server at the most: fewer take less time. */
  readonly files?: number | undefined;
  /** Only those of files that come in segments. */
  readonly inSegments?: boolean | undefined;
}

/** Few are enough: the operators are the same. */
const drawForm: fc.Arbitrary<Form> = fc.oneof(
  { weight: 46, arbitrary: fc.constant("operators") },
  { weight: 10, arbitrary: fc.constant("chain") },
  { weight: 3, arbitrary: fc.constant("pipe") },
  { weight: 6, arbitrary: fc.constant("harvest") },
);

interface Kind {
  readonly weight: number;
  readonly profile: Schedule["profile"];
  readonly inSegments: boolean;
  readonly draw: (form: Form, files: number | undefined) => fc.Arbitrary<Schedule>;
}

/** What happens to schedules. Files in segments take ten times as long as others. */
const kinds = (): readonly Kind[] => [
  {
    ...{ weight: 300, profile: "any", inSegments: false },
    draw: (form, files) => drawAnyRounds(usualCast(form, files), form, drawTrouble, drawEnds(form, anyMoment)),
  },
  {
    ...{ weight: 180, profile: "any", inSegments: false },
    draw: (form) => drawAnyRounds(largeCast(form), form, drawInterrupted, drawEnds(form, midFile)),
  },
  {
    ...{ weight: 40, profile: "any", inSegments: true },
    draw: (form) => drawAnyRounds(hugeCast(form), form, drawDivided, midHuge(form)),
  },
  {
    ...{ weight: 3, profile: "any", inSegments: true },
    draw: (form) => drawAnyRounds(hugestCast(form), form, drawDivided, midHuge(form)),
  },
  {
    ...{ weight: 120, profile: "one passing", inSegments: false },
    draw: (form, files) => drawMishap(form, usualCast(form, files), drawPassingFault),
  },
  {
    ...{ weight: 10, profile: "one passing", inSegments: true },
    draw: (form) => drawMishap(form, hugeCast(form), drawPassingFaultOfPieces),
  },
];

function midHuge(form: Form): fc.Arbitrary<RoundEnd> {
  return fc.oneof(drawEnds(form, midPiece), drawStops(form, midPiece));
}

/** Any schedule. Shrinks to fewer servers, files, faults and rounds. */
export function drawSchedule({ form, profile, files, inSegments = false }: Wanted): fc.Arbitrary<Schedule> {
  const wanted = kinds()
    .filter((kind) => profile === undefined || kind.profile === profile)
    .filter((kind) => !inSegments || kind.inSegments)
    .map(({ weight, draw }) => ({ weight, arbitrary: fc.constant(draw) }));
  return fc
    .record({ form: form === undefined ? drawForm : fc.constant(form), draw: fc.oneof(...wanted) })
    .chain(({ form, draw }) => draw(form, files));
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
  ends: fc.Arbitrary<RoundEnd>,
): fc.Arbitrary<Schedule> {
  const round = fc.record({
    troubles: fc.array(trouble, { minLength: MOST_SERVERS, maxLength: MOST_SERVERS }),
    ends,
    segments: fc.option(drawSegments, { nil: undefined }),
  });
  // Each one more starts commands once more.
  const maxLength = isInProcess(form) ? 2 : 1;
  return fc
    .record({ options, servers, rounds: fc.array(round, { minLength: 1, maxLength }) })
    .map(({ rounds, ...drawn }) => ({
      profile: "any",
      form,
      ...drawn,
      rounds: rounds.map(({ ends, troubles, segments }) => ({
        ends,
        servers: placed(drawn.servers, troubles),
        ...(segments !== undefined && { segments }),
      })),
    }));
}

/** One fault that passes, with enough retries, on servers that do not limit what is needed to get over it. */
function drawMishap(form: Form, cast: Cast, fault: fc.Arbitrary<Trouble["faults"]>): fc.Arbitrary<Schedule> {
  return fc
    .record({
      ...cast,
      faults: fc.array(fault, { minLength: MOST_SERVERS, maxLength: MOST_SERVERS }),
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

/** Of the huge files, too. */
const drawDivided: fc.Arbitrary<Trouble> = fc.record({
  changes: fc.array(fc.record({ place: fc.nat(2), change: fc.oneof(drawRewriting, drawChange) }), { maxLength: 1 }),
  faults: drawFaultsOfPieces,
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
