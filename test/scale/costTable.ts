import { markdownTable, mib } from "./markdown.ts";
import type { MeasuredRun } from "./measuredRun.ts";

/** What runs have cost, a row for each process. */
export function costTable(runs: Readonly<Record<string, MeasuredRun>>): string {
  const rows = Object.entries(runs).flatMap(([name, run]) =>
    run.costs.map((cost, place) => [
      place === 0 ? name : "",
      cost.command,
      place === 0 ? run.wall_s.toFixed(1) : "",
      (cost.user_s + cost.system_s).toFixed(1),
      mib(cost.mostRss_KiB),
      String(cost.mostDescriptors),
      String(cost.mostSockets),
    ]),
  );
  const head = ["run", "process", "wall s", "user + system s", "peak RSS MiB", "most descriptors", "most sockets"];
  return markdownTable(head, rows);
}
