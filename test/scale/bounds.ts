import { grouped, markdownTable } from "./markdown.ts";

/** Something that was measured, and what it must be. */
export interface Bound {
  /** What was measured, with its unit. */
  readonly what: string;
  readonly measured: number;
  readonly must: "be at most" | "be" | "be at least";
  readonly value: number;
}

/** Whether a bound is kept. What could not be measured (NaN) keeps none. */
export function isKept({ measured, must, value }: Bound): boolean {
  if (must === "be") return measured === value;
  return must === "be at most" ? measured <= value : measured >= value;
}

/** The bounds as a table, broken ones marked. */
export function boundsTable(bounds: readonly Bound[]): string {
  const rows = bounds.map((bound) => [
    bound.what,
    grouped(bound.measured),
    `${bound.must} ${grouped(bound.value)}`,
    isKept(bound) ? "kept" : "**BROKEN**",
  ]);
  return markdownTable(["bound", "measured", "must", ""], rows);
}
