import type { Rival } from "./rival.ts";
import type { Bench } from "./scenario.ts";
import { floor } from "./rivals/floor.ts";
import { ftpHarvest } from "./rivals/ftpHarvest.ts";
import { ftpPipe } from "./rivals/ftpPipe.ts";
import { lftp } from "./rivals/lftp.ts";

/** All that can be measured against each other, one file each in `rivals`. */
export const RIVALS: readonly Rival[] = [ftpHarvest, ftpPipe, lftp, floor];

/** Those of a scenario that were asked for, and why some of them can't take part. */
export function chosenRivals(
  ofScenario: readonly Rival[],
  { rivals, compiler }: Pick<Bench, "rivals" | "compiler">,
): { readonly present: readonly Rival[]; readonly absent: readonly string[] } {
  const wanted = ofScenario.filter(({ name }) => rivals?.includes(name) ?? true);
  const found = wanted.map((rival) => ({ rival, why: rival.absent(compiler) }));
  return {
    present: found.filter(({ why }) => why === undefined).map(({ rival }) => rival),
    absent: found.flatMap(({ why }) => why ?? []),
  };
}
