import type { Rival } from "./rival.ts";
import { aria2, aria2Segments } from "./rivals/aria2.ts";
import { curl } from "./rivals/curl.ts";
import { floor } from "./rivals/floor.ts";
import { ftpHarvest } from "./rivals/ftpHarvest.ts";
import { ftpPipe } from "./rivals/ftpPipe.ts";
import { joblib } from "./rivals/joblib.ts";
import { lftp, lftpPget } from "./rivals/lftp.ts";
import { ncftp } from "./rivals/ncftp.ts";
import { autoSegments, fiveSegments, oneSegment, threads } from "./rivals/ownVariants.ts";
import { rclone } from "./rivals/rclone.ts";
import { wget } from "./rivals/wget.ts";
import type { Bench } from "./scenario.ts";

/** Those that take part in a harvest of files of any sort, one file each in `rivals`. */
export const RIVALS: readonly Rival[] = [ftpHarvest, ftpPipe, lftp, rclone, curl, aria2, wget, ncftp, joblib, floor];

/** All that can be measured against each other; some are there for one question only. */
export const ALL_RIVALS: readonly Rival[] = [
  ...RIVALS,
  ...[threads, oneSegment, fiveSegments, autoSegments, lftpPget, aria2Segments],
];

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
