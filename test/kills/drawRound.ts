import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Jobs } from "../../src/config/connections.ts";
import type { Segments } from "../../src/config/segmentsKind.ts";
import type { ServerKind } from "../servers/installed.ts";
import { type Blow, type BlowKind, FORMS, type Form, type Moment, type Round, type Victim, type Way } from "./round.ts";

/** Kill, kill again, and once more. */
const MOST_BLOWS = 3;
const LATER_MS = 60;
const AGAIN_MS = 400;
const DOWN_MS = 1500;
/** Most are longer than the `timeout` that the configuration has then: a second. */
const FROZEN_MS = { min: 500, max: 4000 };

/** Who can be killed in a form. */
const VICTIMS: Readonly<Record<Form, readonly [Victim, ...Victim[]]>> = {
  pipe: ["ftp-list", "ftp-fetch", "ftp-report", "all"],
  filter: ["ftp-list", "ftp-filter", "ftp-fetch", "ftp-report", "all"],
  exec: ["ftp-list", "ftp-exec", "program", "ftp-fetch", "ftp-report", "all"],
  harvest: ["ftp-harvest", "all"],
  yaml: ["ftp-harvest", "all"],
};

/** What can be seen from outside: one process passes no records that could be counted, a pipeline has `tee` for it. */
const SEEN: Readonly<Record<Form, readonly Moment["seen"][]>> = {
  pipe: ["begun", "listed", "fetched", "landed"],
  filter: ["begun", "listed", "fetched", "landed"],
  exec: ["begun", "listed", "fetched", "landed"],
  harvest: ["begun", "landed", "landed"],
  yaml: ["begun", "listed", "fetched", "landed"],
};

/** They have done their work long before the last file is here. */
const EARLY: readonly Victim[] = ["ftp-list", "ftp-filter", "ftp-exec", "program"];
const SEEN_EARLY: readonly Moment["seen"][] = ["begun", "listed", "listed"];

const form = fc.constantFrom(...FORMS);
const share = upTo(1000).map((thousandths) => thousandths / 1000);

/** None, too few, enough. */
const retries = fc.constantFrom(0, 2, 8, 8);

/** fast-check likes zero and the ends; here each moment is as good as any other. */
function upTo(max: number, min = 0): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min, max }));
}

function momentOf(seen: readonly Moment["seen"][]): fc.Arbitrary<Moment> {
  return fc.record({ seen: fc.constantFrom(...seen), share, later_ms: upTo(LATER_MS) });
}

function signalOf(kind: "kill" | "term"): fc.Arbitrary<Blow> {
  const name =
    kind === "kill" ? fc.constant("SIGKILL" as const) : fc.constantFrom("SIGTERM" as const, "SIGINT", "SIGHUP");
  const target = form.chain((form) => fc.tuple(fc.constant(form), fc.constantFrom(...VICTIMS[form])));
  return target.chain(([form, victim]) =>
    fc.record({
      kind: fc.constant(kind),
      form: fc.constant(form),
      moment: momentOf(EARLY.includes(victim) ? SEEN_EARLY : SEEN[form]),
      name,
      victim: fc.constant(victim),
      again_ms: kind === "kill" ? fc.constant(null) : fc.oneof(fc.constant(null), upTo(AGAIN_MS)),
    }),
  );
}

const BLOWS: Readonly<Record<BlowKind, fc.Arbitrary<Blow>>> = {
  kill: signalOf("kill"),
  term: signalOf("term"),
  disk: fc.record({
    kind: fc.constant("disk"),
    form,
    disk: fc.constantFrom("buffer", "buffer", "temporary", "state"),
    room: share,
  }),
  restart: form.chain((form) =>
    fc.record({
      kind: fc.constant("restart"),
      form: fc.constant(form),
      moment: momentOf(SEEN[form]),
      down_ms: upTo(DOWN_MS),
      retries,
    }),
  ),
  stall: form.chain((form) =>
    fc.record({
      kind: fc.constant("stall"),
      form: fc.constant(form),
      moment: momentOf(SEEN[form]),
      frozen_ms: upTo(FROZEN_MS.max, FROZEN_MS.min),
      retries,
    }),
  ),
};

/** Slow enough for other sessions to come while one fetches the huge file, and for blows to fall then. */
const RATE = { min: 5_000_000, max: 15_000_000 };

const way: fc.Arbitrary<Way> = fc.record({
  connections: fc.constantFrom<Jobs>(5, 5, 2, 3, 1, "auto"),
  segments: fc.constantFrom<Segments>(2, 3, 4, 5, 1, "auto"),
  rate: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: upTo(RATE.max, RATE.min) }),
});

/** The round that a seed stands for, with these servers and kinds: the same each time. */
export function drawRound(seed: number, servers: readonly ServerKind[], kinds: readonly BlowKind[]): Round {
  const drawn = fc.record({
    seed: fc.constant(seed),
    // One server mostly: several share one machine's time.
    servers: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...servers).map((kind) => [kind]) },
      { weight: 1, arbitrary: fc.shuffledSubarray([...servers], { minLength: 1 }) },
    ),
    blows: fc.noBias(
      fc.array(
        fc.constantFrom(...kinds).chain((kind) => BLOWS[kind]),
        { minLength: 1, maxLength: MOST_BLOWS },
      ),
    ),
    last: form,
    ways: fc.array(way, { minLength: MOST_BLOWS + 1, maxLength: MOST_BLOWS + 1 }),
  });
  const [round] = fc.sample(drawn, { seed: scattered(seed), numRuns: 1 });
  if (round === undefined) throw new Error("fast-check draws nothing");
  return round;
}

/** The first draws of neighbouring seeds are much alike. */
function scattered(seed: number): number {
  return createHash("sha256").update(String(seed)).digest().readInt32LE();
}
