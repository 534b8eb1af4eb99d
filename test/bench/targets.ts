import { markdownTable } from "../scale/markdown.ts";
import { mediansOf } from "./comparison.ts";
import type { Samples } from "./rounds.ts";

/** What is compared: medians of wall and CPU seconds, of the peak of memory in MB and of the most sockets at once. */
type Measure = "wall" | "cpu" | "peak_MB" | "sockets";

/** What a scenario is to reach. */
export interface Target {
  readonly measure: Measure;
  readonly of: string;
  /** The client whose measure it is divided by; without it the measure itself counts. */
  readonly over?: string;
  readonly must: "be at most" | "be at least";
  /** Without it, only what would be better still is of interest. */
  readonly value?: number;
  /** What would be better still. */
  readonly stretch?: number;
}

const MEASURES: Readonly<Record<Measure, string>> = {
  wall: "wall",
  cpu: "CPU",
  peak_MB: "peak MB",
  sockets: "most sockets seen at once",
};

/** Target against measured, as a table. A target is no verdict: a shared machine misses some on a bad day. */
export function targetsTable(targets: readonly Target[], samples: Samples): string {
  const rows = targets.map((target) => {
    const { of, over, must, value, stretch } = target;
    const measured = measuredOf(target, samples);
    return [
      `${MEASURES[target.measure]} of ${of}${over === undefined ? "" : ` ÷ ${over}`}`,
      value === undefined ? "" : `${must} ${value}`,
      stretch === undefined ? "" : `${must} ${stretch}`,
      measured === undefined ? "?" : numberText(measured),
      measured === undefined ? "not measured" : reached(measured, target),
    ];
  });
  return markdownTable(["target", "must", "stretch", "measured", ""], rows);
}

function measuredOf({ measure, of, over }: Target, samples: Samples): number | undefined {
  const [upper, lower] = [of, over].map((name) => {
    const ofOne = samples.get(name ?? "") ?? [];
    return ofOne.length === 0 ? undefined : medianOf(measure, mediansOf(ofOne));
  });
  if (over === undefined || upper === undefined) return upper;
  return lower === undefined ? undefined : upper / lower;
}

function medianOf(measure: Measure, medians: ReturnType<typeof mediansOf>): number {
  if (measure === "wall" || measure === "cpu") return medians[measure].median;
  return medians[measure];
}

function reached(measured: number, { must, value, stretch }: Target): string {
  const isWithin = (bound: number): boolean => (must === "be at most" ? measured <= bound : measured >= bound);
  if (stretch !== undefined && isWithin(stretch)) return "reached, with the stretch";
  if (value === undefined) return "not reached";
  return isWithin(value) ? "reached" : "**missed**";
}

function numberText(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
