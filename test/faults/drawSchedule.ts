import fc from "fast-check";
import { drawFaults, drawInterruptions, drawPassingFault, faultOn, pathAt } from "./drawFaults.ts";
import { changeOf, type DrawnChange, drawChange, drawFiles, drawLargeFiles, drawRewriting } from "./drawTree.ts";
import {
  type FileChange,
  type Form,
  isInProcess,
  type Moment,
  type OptionsPlan,
  type RoundEnd,
  type RoundPlan,
  type Schedule,
  type ServerPlan,
} from "./schedule.ts";

/** What may be asked of the draw: everything unless given. */
export interface Wanted {
  readonly form?: Form | undefined;
  readonly profile?: Schedule["profile"] | undefined;
}

/** What schedules of a form begin with. */
interface Cast {
  readonly options: fc.Arbitrary<OptionsPlan>;
  readonly servers: fc.Arbitrary<readonly ServerPlan[]>;
}

const few = <T>(usual: T, weight: number, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

function drawServer(
  files: fc.Arbitrary<ServerPlan["files"]>,
  rest: fc.Arbitrary<ServerPlan["rest"]>,
): fc.Arbitrary<ServerPlan> {
  return fc
    .record({
      files,
      listing: fc.constantFrom("MLSD", "MLSD", "LIST"),
      listTimes: fc.constantFrom("days", "minutes"),
      rest,
      passive: few<ServerPlan["passive"]>("epsv", 8, fc.constant("pasv")),
      tls: few<ServerPlan["tls"]>("none", 15, fc.constant("explicit")),
      lacks: few<ServerPlan["lacks"]>([], 6, fc.subarray<ServerPlan["lacks"][number]>(["SIZE", "MDTM"])),
      hash: fc.boolean(),
      limit: fc.option(
        fc.record({
          most: fc.integer({ min: 1, max: 3 }),
          said: fc.constantFrom("421 Too many connections.", "530 Sorry, too many users.", "421 Later.", null),
        }),
        // Half of them take as many as there are.
        { freq: 1 },
      ),
    })
    .map(({ limit, ...server }) => ({ ...server, maxConnections: limit?.most ?? null, surplus: limit?.said ?? null }));
}

const drawOptions: fc.Arbitrary<OptionsPlan> = fc.record({
  connections: fc.integer({ min: 1, max: 5 }),
  retries: fc.nat(3),
  timeout: fc.integer({ min: 5, max: 10 }),
  verify: fc.constantFrom("size", "hash"),
  if_exists: fc.constantFrom("same", "same", "always"),
  fsync: few(false, 5, fc.constant(true)),
  max_file_size: few(1_000_000_000, 8, fc.integer({ min: 1_000, max: 250_000 })),
  max_entries: few(1_000_000, 15, fc.integer({ min: 1, max: 30 })),
  checksum: fc.boolean(),
  keepOrder: fc.boolean(),
});

const drawRest = fc.constantFrom<ServerPlan["rest"]>("obeyed", "obeyed", "refused", "ignored");

/** Many files on up to three servers; fewer where commands are started, which take more time than all the rest. */
function usualCast(form: Form): Cast {
  const [most, maxLength] = isInProcess(form) ? [30, 3] : [10, 2];
  return {
    options: drawOptions,
    servers: fc.array(drawServer(drawFiles(most), drawRest), { minLength: 1, maxLength }),
  };
}

const largeCast: Cast = {
  options: drawOptions,
  servers: fc.array(drawServer(drawLargeFiles, few<ServerPlan["rest"]>("obeyed", 2, drawRest)), {
    minLength: 1,
    maxLength: 2,
  }),
};

const completes: fc.Arbitrary<RoundEnd> = fc.constant({ how: "completes" });

type Moments = fc.Arbitrary<Moment>;

/** Most of those with many files and few faults have had that many. */
const anyMoment: Moments = fc.record({ at: fc.integer({ min: 1, max: 60 }), of: fc.constant("commands") });

/** In the middle of a file: faults of interruptions strike there. */
const midFile: Moments = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: fc.integer({ min: 1, max: 3 }), of: fc.constant("faults") }) },
  { weight: 1, arbitrary: fc.record({ at: fc.integer({ min: 8, max: 40 }), of: fc.constant("commands") }) },
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

/** How rounds of a form end. */
function drawEnds(form: Form, moment: Moments): fc.Arbitrary<RoundEnd> {
  const abort = moment.map((when): RoundEnd => ({ how: "abort", ...when }));
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
      return fc.oneof(completes, signal, kill, kill);
  }
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
  { weight: 4, arbitrary: fc.constant("disaster" as const) },
  { weight: 4, arbitrary: fc.constant("interruption" as const) },
  { weight: 2, arbitrary: fc.constant("mishap" as const) },
);

/** Any schedule. Shrinks to fewer servers, files, faults and rounds. */
export function drawSchedule({ form, profile }: Wanted): fc.Arbitrary<Schedule> {
  const kinds = { any: drawKind.filter((kind) => kind !== "mishap"), "one passing": fc.constant("mishap" as const) };
  return fc
    .record({
      form: form === undefined ? drawForm : fc.constant(form),
      kind: profile === undefined ? drawKind : kinds[profile],
    })
    .chain((drawn) => {
      switch (drawn.kind) {
        case "disaster":
          return drawAnyRounds(usualCast(drawn.form), drawn.form, drawTrouble, anyMoment);
        case "interruption":
          return drawAnyRounds(largeCast, drawn.form, drawInterrupted, midFile);
        case "mishap":
          return drawMishap(drawn.form);
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
function drawMishap(form: Form): fc.Arbitrary<Schedule> {
  return fc
    .record({
      ...usualCast(form),
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
  faults: drawFaults(6),
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
