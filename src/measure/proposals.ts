import { counted } from "../records/counted.ts";
import { humanBytes } from "../stages/report/humanBytes.ts";
import { type Counted, isTelling, type Knee, kneeOf, rateOf } from "./knee.ts";
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

/** What to write into cfg.yaml for a server, as far as what was measured tells. */
export function adviceFor(measured: Measured, present: Present): Advice {
  if (measured.found === null || measured.small.length + measured.large.length === 0) return nothingToTell(measured);
  const knees = { files: kneeOf(measured.small, "files"), bytes: kneeOf(measured.large, "bytes") };
  const known = [knees.files, knees.bytes].filter((knee) => knee !== undefined);
  const tooLittle = tooLittleOf(measured, knees);
  if (known.length === 0) return { proposals: [], remarks: tooLittle };
  const enough = Math.max(...known.map(({ connections }) => connections));
  const climb = { enough, isOpen: measured.limit === null && known.some(({ rising }) => rising), measured, present };
  const proposals = [connectionsFor(climb), segmentsFor(knees.bytes, climb)].filter((one) => one !== undefined);
  return { proposals, remarks: [...asItIs(climb), ...moreToTry(climb), ...tooLittle] };
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
  const { enough, isOpen, measured, present } = climb;
  // Of those that it has now nothing is known then.
  const isBelow = isOpen && enough <= present.connections;
  if (present.auto || isBelow || isRight(climb)) return undefined;
  const reason = `${ratesAt([1, present.connections, enough], measured)}${refusal(measured.limit)}`;
  return { key: "connections", value: enough, reason };
}

/** A few connections more than would do are no reason to change anything, and two measurements would not agree on them. */
function isRight({ enough, measured: { limit }, present: { connections } }: Climb): boolean {
  const refused = limit !== null && limit.connections < connections;
  return enough === connections || (!refused && enough < connections && enough * 2 > connections);
}

function refusal(limit: Measured["limit"]): string {
  return limit === null ? "" : `; the server takes ${limit.connections} and refuses more`;
}

function segmentsFor(knee: Knee | undefined, { measured, present }: Climb): Proposal | undefined {
  if (!present.mayHaveSegments || knee === undefined || measured.rest !== true) return undefined;
  if (knee.connections === 1 || knee.rate < knee.alone * WORTH_SEGMENTS) return undefined;
  const [one, several] = [shownRate(knee.alone, "bytes"), shownRate(knee.rate, "bytes")];
  const reason = `one connection brings ${one} of large files, ${knee.connections} bring ${several}`;
  return { key: "segments", value: "auto", reason };
}

function asItIs(climb: Climb): string[] {
  const { enough, isOpen, measured, present } = climb;
  if (present.auto) return [`\`connections: auto\` should come to about ${enough} (${ratesAt([1, enough], measured)})`];
  if (isOpen || !isRight(climb)) return [];
  const rates = ratesAt([1, enough, present.connections], measured);
  return [`\`connections: ${present.connections}\` is right (${rates}${refusal(measured.limit)})`];
}

/** The best lies where the trying ended. */
function moreToTry({ isOpen, measured: { small, large }, present }: Climb): string[] {
  if (!isOpen) return [];
  const tried = Math.max(0, ...[...small, ...large].map(({ connections }) => connections));
  const more = `more than ${counted(tried, "connection")} may bring more`;
  if (tried < present.most) return [`${more}: they did not fit into the time`];
  if (present.ownCeiling) return [`${more}: its own \`connections: ${tried}\` kept them from being tried`];
  return [`${more}: try \`--connections-up-to ${tried * 2}\``];
}

function tooLittleOf(measured: Measured, knees: { readonly files: unknown; readonly bytes: unknown }): string[] {
  const words = (kind: string) => `${kind}: too little came to tell; try a longer \`--for\` or more \`--max-bytes\``;
  return [
    ...(measured.small.length > 0 && knees.files === undefined ? [words("small files")] : []),
    ...(measured.large.length > 0 && knees.bytes === undefined ? [words("large files")] : []),
  ];
}

/** What some numbers of connections brought: `1: 110 files/s, 4: 420 files/s`. */
function ratesAt(numbers: readonly number[], { small, large }: Measured): string {
  const shown = (readings: readonly Reading[], what: Counted) =>
    [...new Set(numbers)]
      .toSorted((one, other) => one - other)
      .flatMap((number) => readings.filter(({ connections }) => connections === number))
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
