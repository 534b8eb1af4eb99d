import { counted } from "../records/counted.ts";
import { PIECE_SIZES } from "../stages/fetch/segmenting.ts";
import { humanBytes } from "../stages/report/humanBytes.ts";
import { believedKneeOf, type Counted, isDisturbed, isTelling, type Knee, kneeOf, rateOf } from "./knee.ts";
import type { Measured, Reading } from "./measured.ts";

/** What a server has now, and may have. */
export interface Present {
  /** Its sessions at once in a harvest. */
  readonly connections: number;
  /** Those that were to be tried at most. */
  readonly most: number;
  /** Its own `connections` is below what would have been tried otherwise: the user's word. */
  readonly ownCeiling: boolean;
  /** `connections: auto`: the harvest itself finds out. */
  readonly auto: boolean;
  /** This version has the key `segments`, and nothing is given for it. */
  readonly mayHaveSegments: boolean;
}

/** A key of cfg.yaml for one server. */
export interface Proposal {
  readonly key: "connections" | "segments";
  readonly value: number | "auto";
  /** For people, one line. */
  readonly reason: string;
}

export interface Advice {
  readonly proposals: readonly Proposal[];
  /** What is right as it is, and what could not be told. */
  readonly remarks: readonly string[];
}

/** Several connections on large files bring so much more than one that cutting one file into segments is worth its requests. */
const WORTH_SEGMENTS = 1.3;

/** A raise must bring this much: more connections are a burden for the server, and often for others. */
const WORTH_MORE = 1.2;

/** What to write into cfg.yaml for a server, as far as what was measured tells. */
export function adviceFor(measured: Measured, present: Present): Advice {
  if (measured.found === null || measured.small.length + measured.large.length === 0) return nothingToTell(measured);
  const remarks = KINDS.flatMap((kind) => doubtsAbout(measured[kind], kind));
  const knees = KINDS.map((kind) => ({ kind, knee: believedKneeOf(measured[kind], COUNTED[kind]) }));
  const known = knees.flatMap(({ knee }) => (knee === undefined ? [] : [knee]));
  if (known.length === 0) return { proposals: [], remarks };
  const enough = Math.max(...known.map(({ connections }) => connections));
  const isOpen = measured.limit === null && known.some(({ rising }) => rising);
  const climb = { enough, isOpen, measured, present };
  const large = knees.find(({ kind }) => kind === "large")?.knee;
  const proposals = [connectionsFor(climb), segmentsFor(large, climb)].filter((one) => one !== undefined);
  return { proposals, remarks: [...asItIs(climb), ...moreToTry(climb), ...remarks] };
}

type Kind = "small" | "large";
const KINDS = ["small", "large"] as const;
const COUNTED = { small: "files", large: "bytes" } as const;

/** Why the readings don't tell. */
function doubtsAbout(readings: readonly Reading[], kind: Kind): string[] {
  if (readings.length === 0) return [];
  if (kneeOf(readings, COUNTED[kind]) === undefined)
    return [`${kind} files: too little came to tell; give it more with \`--for\` or \`--max-bytes\``];
  if (!isDisturbed(readings, COUNTED[kind])) return [];
  return [`${kind} files: the figures jump, as if something else was at work here or there; measure again`];
}

/** What a server's readings come to. */
interface Climb {
  /** So many connections are about as good as the best. */
  readonly enough: number;
  /** More may be better: the trying ended while they brought more, and not because the server refused. */
  readonly isOpen: boolean;
  readonly measured: Measured;
  readonly present: Present;
}

function nothingToTell({ found, ended_by, failure }: Measured): Advice {
  if (failure !== null || ended_by === "signal" || found === null) return { proposals: [], remarks: [] };
  if (found.files > 0)
    return { proposals: [], remarks: ["no file was of use to measure with, or the time was too short"] };
  return { proposals: [], remarks: ["no file is there to measure with"] };
}

function connectionsFor(climb: Climb): Proposal | undefined {
  const { enough, measured, present } = climb;
  if (present.auto || isRight(climb) || endedTooEarly(climb)) return undefined;
  const reason = `${rates(climb)}${refusal(measured.limit)}`;
  return { key: "connections", value: enough, reason };
}

/** Nothing is known of more than the configuration has. */
function endedTooEarly({ enough, isOpen, present }: Climb): boolean {
  return isOpen && enough <= present.connections;
}

/** Neither would more bring much, nor would far fewer do: two measurements would not agree on a few. */
function isRight(climb: Climb): boolean {
  const { enough, measured, present } = climb;
  const { limit } = measured;
  if ((limit !== null && limit.connections < present.connections) || endedTooEarly(climb)) return false;
  return enough > present.connections ? !isWorthMore(climb) : enough * 2 > present.connections;
}

function isWorthMore({ measured, present }: Climb): boolean {
  return KINDS.some((kind) => {
    const knee = believedKneeOf(measured[kind], COUNTED[kind]);
    const now = measured[kind].find(({ connections }) => connections === present.connections);
    if (knee === undefined || knee.connections <= present.connections) return false;
    return now === undefined || knee.rate > WORTH_MORE * rateOf(now, COUNTED[kind]);
  });
}

function refusal(limit: Measured["limit"]): string {
  return limit === null ? "" : `; the server takes ${limit.connections} and refuses more`;
}

function segmentsFor(knee: Knee | undefined, { measured, present }: Climb): Proposal | undefined {
  if (!present.mayHaveSegments || knee === undefined || measured.rest !== true) return undefined;
  // `segments: auto` cuts no smaller files.
  if ((measured.found?.largest_size ?? 0) < PIECE_SIZES.from_bytes.auto) return undefined;
  if (knee.connections === 1 || knee.rate < knee.alone * WORTH_SEGMENTS) return undefined;
  const [one, several] = [shownRate(knee.alone, "bytes"), shownRate(knee.rate, "bytes")];
  const reason = `one connection brings ${one} of large files, ${knee.connections} bring ${several}`;
  return { key: "segments", value: "auto", reason };
}

function asItIs(climb: Climb): string[] {
  const { enough, measured, present } = climb;
  if (present.auto) return [`\`connections: auto\` should come to about ${enough} (${rates(climb)})`];
  if (!isRight(climb)) return [];
  return [`\`connections: ${present.connections}\` is right (${rates(climb)}${refusal(measured.limit)})`];
}

/** The best lies where the trying ended. */
function moreToTry(climb: Climb): string[] {
  const { isOpen, measured, present } = climb;
  const { small, large } = measured;
  if (!isOpen || isRight(climb)) return [];
  const tried = Math.max(0, ...[...small, ...large].map(({ connections }) => connections));
  const more = `more than ${counted(tried, "connection")} may bring more`;
  if (tried < present.most) return [`${more}: they did not fit into the time`];
  if (present.ownCeiling) return [`${more}: its own \`connections: ${tried}\` kept them from being tried`];
  return [`${more}: try \`--connections-up-to ${tried * 2}\``];
}

/** What one connection, those of now, enough of them and the most that were tried brought: `1: 110 files/s, 5: 420 files/s`. */
function rates({ enough, measured: { small, large }, present }: Climb): string {
  const numbers = [1, enough, present.connections];
  const shown = (readings: readonly Reading[], what: Counted) =>
    readings
      .filter((reading) => numbers.includes(reading.connections) || reading === readings.at(-1))
      .filter((reading) => isTelling(reading, what))
      .map((reading) => `${reading.connections}: ${shownRate(rateOf(reading, what), what)}`)
      .join(", ");
  return [shown(small, "files"), shown(large, "bytes")].filter((text) => text !== "").join("; ");
}

/** `420 files/s`, `9.5 MiB/s`. */
export function shownRate(rate: number, what: Counted): string {
  if (what === "bytes") return `${humanBytes(Math.round(rate))}/s`;
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} files/s`;
}
