import fc from "fast-check";
import { drawFaults, drawPassingFault, faultOn, pathAt } from "./drawFaults.ts";
import { changeOf, drawChange, drawFiles } from "./drawTree.ts";
import type { FileChange, Form, OptionsPlan, RoundEnd, RoundPlan, Schedule, ServerPlan } from "./schedule.ts";

/** What may be asked of the draw: everything unless given. */
export interface Wanted {
  readonly form?: Form | undefined;
  readonly profile?: Schedule["profile"] | undefined;
  /** Files of a server at the most: fewer take less time. */
  readonly files?: number | undefined;
}

type Drawn<T> = T extends fc.Arbitrary<infer U> ? U : never;

const drawServer: fc.Arbitrary<ServerPlan> = fc
  .record({
    files: drawFiles,
    listing: fc.constantFrom("MLSD", "MLSD", "LIST"),
    rest: fc.constantFrom("obeyed", "obeyed", "refused", "ignored"),
    lacks: fc.oneof(
      { weight: 6, arbitrary: fc.constant<ServerPlan["lacks"]>([]) },
      { weight: 1, arbitrary: fc.subarray<ServerPlan["lacks"][number]>(["SIZE", "MDTM"]) },
    ),
    hash: fc.boolean(),
    limit: fc.option(
      fc.record({
        most: fc.integer({ min: 1, max: 3 }),
        said: fc.constantFrom("421 Too many connections.", "530 Sorry, too many users.", "421 Later.", null),
      }),
    ),
  })
  .map(({ limit, ...server }) => ({ ...server, maxConnections: limit?.most ?? null, surplus: limit?.said ?? null }));

const drawOptions: fc.Arbitrary<OptionsPlan> = fc.record({
  connections: fc.integer({ min: 1, max: 5 }),
  retries: fc.nat(3),
  timeout: fc.integer({ min: 5, max: 10 }),
  verify: fc.constantFrom("size", "hash"),
  if_exists: fc.constantFrom("same", "same", "always"),
  fsync: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  max_file_size: fc.oneof(
    { weight: 8, arbitrary: fc.constant(1_000_000_000) },
    { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 250_000 }) },
  ),
  checksum: fc.boolean(),
  keepOrder: fc.boolean(),
});

const drawAt = fc.integer({ min: 1, max: 120 });
const completes: fc.Arbitrary<RoundEnd> = fc.constant({ how: "completes" });

function often(end: fc.Arbitrary<RoundEnd>, ...ends: fc.Arbitrary<RoundEnd>[]): fc.Arbitrary<RoundEnd> {
  return fc.oneof({ weight: 2 * ends.length, arbitrary: end }, ...ends.map((arbitrary) => ({ weight: 1, arbitrary })));
}

const drawSignal: fc.Arbitrary<RoundEnd> = fc.record({
  how: fc.constant("signal"),
  signal: fc.constantFrom("SIGINT", "SIGTERM"),
  at: drawAt,
});

const drawKill: fc.Arbitrary<RoundEnd> = fc.record({
  how: fc.constant("kill"),
  stage: fc.constantFrom("fetch", "list", "report"),
  at: drawAt,
});

const ENDS: Readonly<Record<Form, fc.Arbitrary<RoundEnd>>> = {
  operators: often(
    completes,
    fc.record({ how: fc.constant("abort"), at: drawAt }),
    fc.record({ how: fc.constant("leave"), records: fc.nat(40) }),
  ),
  pipe: fc.oneof(
    completes,
    drawSignal,
    drawKill,
    drawKill,
    fc.record({ how: fc.constant("head"), lines: fc.integer({ min: 1, max: 40 }) }),
  ),
  harvest: fc.oneof(completes, drawSignal, drawKill),
};

/** Starting processes takes more time than all the rest: few are enough, and the operators are the same. */
const drawForm: fc.Arbitrary<Form> = fc.oneof(
  { weight: 60, arbitrary: fc.constant("operators") },
  { weight: 2, arbitrary: fc.constant("pipe") },
  { weight: 1, arbitrary: fc.constant("harvest") },
);

const drawProfile: fc.Arbitrary<Schedule["profile"]> = fc.constantFrom("any", "any", "any", "one passing");

/** Any schedule. Shrinks to fewer servers, files, faults and rounds. */
export function drawSchedule({ form, profile, files }: Wanted): fc.Arbitrary<Schedule> {
  const drawServers = fc.array(drawServer.map(withFiles(files)), { minLength: 1, maxLength: 3 });
  return fc
    .record({
      form: form === undefined ? drawForm : fc.constant(form),
      profile: profile === undefined ? drawProfile : fc.constant(profile),
    })
    .chain((kind) =>
      kind.profile === "any" ? drawDisaster(kind.form, drawServers) : drawMishap(kind.form, drawServers),
    );
}

type DrawServers = fc.Arbitrary<readonly ServerPlan[]>;

function drawDisaster(form: Form, drawServers: DrawServers): fc.Arbitrary<Schedule> {
  const round = fc.record({ servers: fc.array(drawTrouble(6), { minLength: 3, maxLength: 3 }), ends: ENDS[form] });
  return fc
    .record({ options: drawOptions, servers: drawServers, rounds: fc.array(round, { minLength: 1, maxLength: 2 }) })
    .map(({ options, servers, rounds }) => ({
      profile: "any",
      form,
      options,
      servers,
      rounds: rounds.map(({ ends, servers: troubles }) => ({ ends, servers: placed(servers, troubles) })),
    }));
}

/** One fault that passes, with enough retries, on servers that do not limit what is needed to get over it. */
function drawMishap(form: Form, drawServers: DrawServers): fc.Arbitrary<Schedule> {
  return fc
    .record({
      options: drawOptions,
      servers: drawServers,
      faults: fc.array(drawPassingFault, { minLength: 3, maxLength: 3 }),
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

function withFiles(most: number | undefined) {
  return (server: ServerPlan): ServerPlan =>
    most === undefined ? server : { ...server, files: Object.fromEntries(Object.entries(server.files).slice(0, most)) };
}

const drawChanges = fc.array(fc.record({ place: fc.nat(40), change: drawChange }), { maxLength: 3 });

function drawTrouble(most: number) {
  return fc.record({ changes: drawChanges, faults: drawFaults(most) });
}

function placed(
  servers: readonly ServerPlan[],
  troubles: readonly Drawn<ReturnType<typeof drawTrouble>>[],
): RoundPlan["servers"] {
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
