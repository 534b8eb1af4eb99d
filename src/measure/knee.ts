import type { Reading } from "./measured.ts";

/** What is counted: files of a few kilobytes, whose round trips cost, or the bytes of large ones. */
export type Counted = "files" | "bytes";

export interface Knee {
  /** The fewest connections that are about as good as the best. */
  readonly connections: number;
  /** A second, with so many. */
  readonly rate: number;
  /** A second, with one. */
  readonly alone: number;
  /** It is the highest number that was tried: more may bring more. */
  readonly rising: boolean;
}

/** Two measurements of the same differ by as much. */
const ABOUT = 0.1;

/** With fewer files one more or less, begun before or ended after, is too much of the count. */
const LEAST_FILES = 8;
const LEAST_FILES_EACH = 3;

/** What the system had read ahead when it began, or has still, is then little beside it. */
const LEAST_BYTES = 256 * 1024;
const LEAST_MS = 50;

/** Files or bytes a second. */
export function rateOf(reading: Reading, counted: Counted): number {
  return reading.ms === 0 ? 0 : (reading[counted] * 1000) / reading.ms;
}

/** Whether a reading has enough in it to be held against another one. */
export function isTelling({ connections, files, bytes, ms }: Reading, counted: Counted): boolean {
  if (counted === "files") return files >= Math.max(LEAST_FILES, LEAST_FILES_EACH * connections);
  return bytes >= LEAST_BYTES && ms >= LEAST_MS;
}

/** Where more connections bring no more. Undefined when the readings don't tell: there are none, or too little is in one of them. */
export function kneeOf(readings: readonly Reading[], counted: Counted): Knee | undefined {
  const [first] = readings;
  if (first === undefined || !readings.every((reading) => isTelling(reading, counted))) return undefined;
  const rates = readings.map((reading) => rateOf(reading, counted));
  const best = Math.max(...rates);
  const at = rates.findIndex((rate) => rate >= best * (1 - ABOUT));
  const connections = readings[at]?.connections ?? first.connections;
  return { connections, rate: rates[at] ?? 0, alone: rates[0] ?? 0, rising: at === readings.length - 1 };
}

/** A stall of some other's making: so much less than both fewer and more connections bring. */
const DIP = 0.7;

/** So many times its share of connections no step gains by itself: one reading a tenth too low and the next a tenth too high make 1.22. */
const LEAP = 1.25;

/** A step to so much more than all before, behind one that brought nothing, is none of the server's making either. */
const LATE_RISE = 1.2;

/**
 * Fewer and more connections brought far more than some in between, or some far more than they can by their number or by what came before:
 * something else had the line, the server or this machine.
 */
export function isDisturbed(readings: readonly Reading[], counted: Counted): boolean {
  const rates = readings.map((reading) => rateOf(reading, counted));
  return readings.some(({ connections }, at) => {
    const rate = rates[at] ?? 0;
    const [before, after] = [rates.slice(0, at), rates.slice(at + 1)].map((some) => Math.max(0, ...some));
    if (rate < DIP * Math.min(before ?? 0, after ?? 0)) return true;
    const last = readings[at - 1];
    if (last === undefined) return false;
    if (rate / connections > (LEAP * rateOf(last, counted)) / last.connections) return true;
    return broughtNothing(rates.slice(0, at)) && rate > LATE_RISE * (before ?? 0);
  });
}

/** Whether the last of several steps did. */
function broughtNothing(rates: readonly number[]): boolean {
  return rates.length > 1 && (rates.at(-1) ?? 0) < Math.max(...rates.slice(0, -1)) * (1 + ABOUT / 2);
}

/** Where more connections bring no more, as far as the readings can be believed. */
export function believedKneeOf(readings: readonly Reading[], counted: Counted): Knee | undefined {
  return isDisturbed(readings, counted) ? undefined : kneeOf(readings, counted);
}

/** The last two steps brought nothing: further ones would only burden the server. */
export function hasLevelledOff(readings: readonly Reading[], counted: Counted): boolean {
  const rates = readings.map((reading) => rateOf(reading, counted));
  const before = rates.slice(0, -2);
  if (before.length === 0 || !readings.every((reading) => isTelling(reading, counted))) return false;
  return Math.max(...rates.slice(-2)) < Math.max(...before) * (1 + ABOUT / 2);
}

/** Two steps so close to each other hardly differ, and each takes its part of the time. */
const CLOSE = 1.5;

/** How many connections to try: doubled each time up to the most there may be, and those that the configuration has. */
export function connectionSteps(most: number, configured: number): number[] {
  const wanted = [most, ...(configured < most ? [configured] : [])];
  const isClose = (step: number) => wanted.some((one) => one < step * CLOSE && step < one * CLOSE);
  const steps = new Set([1, ...wanted]);
  for (let step = 2; step < most; step *= 2) if (!isClose(step)) steps.add(step);
  return [...steps].toSorted((one, other) => one - other);
}
