import { markdownTable } from "../scale/markdown.ts";
import type { Cost } from "./measure/runClient.ts";
import { megabytes } from "./measure/runClient.ts";
import { ratioText, type Spread, spreadOf, spreadText } from "./measure/spread.ts";
import type { Sample, Samples } from "./rounds.ts";

/** How costs are shown side by side. */
export interface Comparison {
  /** Title of the first column. */
  readonly what: string;
  /** Times are shown in: */
  readonly unit: "s" | "ms";
  /** Those that the others are divided by, as far as they took part. */
  readonly bases: readonly string[];
  /** Peaks of memory can be told where a run is much longer than the time between two looks; `?` for one that was over before. */
  readonly memory: "shown" | "left out";
  /** More columns: title, and the cell of a row. */
  readonly more?: readonly (readonly [title: string, cell: (samples: readonly Sample[]) => string])[];
}

/** A table of costs, the fastest first: medians, with the least and the most in brackets, and ratios of medians. */
export function comparisonTable(samples: Samples, comparison: Comparison): string {
  const { what, unit, memory, more = [] } = comparison;
  const bases = comparison.bases.filter((base) => (samples.get(base)?.length ?? 0) > 0);
  const rows = [...samples]
    .filter(([, ofOne]) => ofOne.length > 0)
    .map(([name, ofOne]) => ({ name, ofOne, ...mediansOf(ofOne) }));
  const ofBase = (base: string) => rows.find(({ name }) => name === base);
  const scale = unit === "ms" ? 1_000 : 1;
  const digits = unit === "ms" ? 0 : 2;
  const head = [
    what,
    `wall ${unit}`,
    ...bases.map((base) => `÷ ${base}`),
    `CPU ${unit}`,
    "user + system",
    ...bases.map((base) => `÷ ${base}`),
    ...(memory === "shown" ? ["peak MB"] : []),
    ...more.map(([title]) => title),
    "all well",
  ];
  const cells = rows
    .toSorted((a, b) => a.wall.median - b.wall.median)
    .map(({ name, ofOne, wall, cpu, user, system, peak_MB }) => [
      name,
      spreadText(scaled(wall, scale), digits),
      ...bases.map((base) => ratioText(wall.median, ofBase(base)?.wall.median)),
      spreadText(scaled(cpu, scale), digits),
      `${(user * scale).toFixed(digits)} + ${(system * scale).toFixed(digits)}`,
      ...bases.map((base) => ratioText(cpu.median, ofBase(base)?.cpu.median)),
      ...(memory === "shown" ? [peak_MB > 0 ? peak_MB.toFixed(0) : "?"] : []),
      ...more.map(([, cell]) => cell(ofOne)),
      ofOne.some(({ complaint }) => complaint !== undefined) ? "**NO**" : "yes",
    ]);
  return markdownTable(head, cells);
}

/** Of the runs of one client; of sockets the most, as the bound on them must hold in each run. */
export function mediansOf(samples: readonly Sample[]) {
  const of = (value: (cost: Cost) => number): Spread => spreadOf(samples.map(({ cost }) => value(cost)));
  return {
    wall: of(({ wall_s }) => wall_s),
    cpu: of(({ user_s, system_s }) => user_s + system_s),
    user: of(({ user_s }) => user_s).median,
    system: of(({ system_s }) => system_s).median,
    peak_MB: of(({ peak_KiB }) => megabytes(peak_KiB)).median,
    sockets: of(({ mostSockets }) => mostSockets).most,
  };
}

function scaled({ median, least, most }: Spread, by: number): Spread {
  return { median: median * by, least: least * by, most: most * by };
}
