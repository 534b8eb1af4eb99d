import fc from "fast-check";
import type { Segments } from "../../src/config/segmentsKind.ts";
import { drawFiles, drawHugeFiles, drawHugestFile, drawLargeFiles } from "./drawTree.ts";
import { type Form, isInProcess, type OptionsPlan, type ServerPlan } from "./schedule.ts";

/** What schedules of a form begin with. */
export interface Cast {
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
      meanwhile: few<ServerPlan["meanwhile"]>("in turn", 3, fc.constantFrom("450", "500", "lost", "relistens")),
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

/** Bytes a second: as many as come mostly, else so few that some are waited for. */
const drawRate = (min: number, max: number) => few(0, 9, fc.integer({ min, max }));

/** Sessions for one file. */
export const drawSegments = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 2, max: 5 }) },
  { weight: 1, arbitrary: fc.constant<Segments>("auto") },
  { weight: 1, arbitrary: fc.constant<Segments>(1) },
);

const drawOptions = (timeout: fc.Arbitrary<number>): fc.Arbitrary<OptionsPlan> =>
  fc.record({
    connections: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.constant("auto" as const) },
    ),
    segments: few<Segments>(1, 2, drawSegments),
    rate: drawRate(300_000, 5_000_000),
    overall_rate: drawRate(500_000, 5_000_000),
    retries: fc.nat(3),
    timeout,
    verify: fc.constantFrom("size", "hash"),
    if_exists: fc.constantFrom("same", "same", "always"),
    fsync: few(false, 5, fc.constant(true)),
    max_file_size: few(1_000_000_000, 8, fc.integer({ min: 1_000, max: 250_000 })),
    // A server that says yes to each CWD and stays where it is has a tree without an end.
    max_entries: few(3_000, 15, fc.integer({ min: 1, max: 30 })),
    checksum: fc.boolean(),
    keepOrder: fc.boolean(),
  });

const drawRest = fc.constantFrom<ServerPlan["rest"]>("obeyed", "obeyed", "refused", "ignored");

/** Many files on up to three servers; fewer where commands are started, which take more time than all the rest. */
export function usualCast(form: Form, files: number | undefined): Cast {
  const [usual, maxLength] = isInProcess(form) ? [30, 3] : [10, 2];
  const most = Math.min(usual, files ?? usual);
  return {
    options: drawOptions(timeoutOf(form)),
    servers: fc.array(drawServer(drawFiles(most), drawRest), { minLength: 1, maxLength }),
  };
}

/** Commands wait by the clock, also while a busy machine gives their servers no turn: five seconds were not enough once. */
function timeoutOf(form: Form): fc.Arbitrary<number> {
  return isInProcess(form) ? fc.integer({ min: 5, max: 10 }) : fc.integer({ min: 30, max: 40 });
}

/** Few large files, of which what is here is gone on with. */
export const largeCast = (form: Form): Cast => ({
  options: drawOptions(timeoutOf(form)),
  servers: fc.array(drawServer(drawLargeFiles, few<ServerPlan["rest"]>("obeyed", 2, drawRest)), {
    minLength: 1,
    maxLength: 2,
  }),
});

/** So fast that they are here in a second or two of the world outside, and so slow that other sessions come while the first one fetches. */
function drawHugeRate(form: Form): fc.Arbitrary<number> {
  const [min, max] = isInProcess(form) ? [3_000_000, 20_000_000] : [4_000_000, 30_000_000];
  return fc.integer({ min, max });
}

/** What decides whether a huge file comes in segments. */
interface Division {
  readonly connections: fc.Arbitrary<OptionsPlan["connections"]>;
  readonly segments: fc.Arbitrary<Segments>;
  readonly files: fc.Arbitrary<ServerPlan["files"]>;
}

const connectionsEnough = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 3, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(2) },
  { weight: 1, arbitrary: fc.constant("auto" as const) },
);

/** A file or two of so many bytes that they come in segments, and some small ones that wait for sessions meanwhile. */
export const hugeCast = (form: Form): Cast =>
  castOf(form, { connections: connectionsEnough, segments: drawSegments, files: drawHugeFiles });

/** A file of so many bytes that it comes in segments without a number of them. */
export const hugestCast = (form: Form): Cast =>
  castOf(form, { connections: connectionsEnough, segments: fc.constant("auto"), files: drawHugestFile });

function castOf(form: Form, { connections, segments, files }: Division): Cast {
  const server = drawServer(files, few<ServerPlan["rest"]>("obeyed", 5, drawRest));
  // A limit leaves sessions for half of them only.
  const unlimited = server.map((one) => ({ ...one, maxConnections: null, surplus: null }));
  return {
    options: fc
      .record({
        usual: drawOptions(timeoutOf(form)),
        connections,
        segments,
        rate: fc.oneof(fc.constant(0), drawHugeRate(form)),
        overall_rate: few(0, 7, drawHugeRate(form)),
      })
      .map(({ usual, ...drawn }) => ({ ...usual, ...drawn, max_file_size: usual.max_file_size * MUCH })),
    servers: fc.array(fc.oneof(server, unlimited), { minLength: 1, maxLength: isInProcess(form) ? 2 : 1 }),
  };
}

/** Limits are below huge files, or between them. */
const MUCH = 100;
