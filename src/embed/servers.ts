import { from, type Observable } from "rxjs";
import { oneOrMany, text } from "../config/kinds.ts";
import type { OptionInputs, OptionTable } from "../config/options.ts";
import { optionValues } from "../config/optionValues.ts";
import type { HarvestRecord } from "../records/record.ts";
import { selectionOf, serverRecord, serverSelectionOptions } from "../stages/servers.ts";
import { contextAt, enclosed } from "./enclosed.ts";
import { toldTo } from "./reportBelow.ts";

/** Which servers take part. */
export const selectionOptions = {
  ...serverSelectionOptions,
  names: { kind: oneOrMany(text), default: [], help: "only these servers" },
} as const satisfies OptionTable;

/**
 * The servers of a configuration that take part, in its order. The configuration is read at subscription: if it is wrong, or nothing
 * matches, the stream errors with a `UsageError`.
 */
export function servers(
  config: string,
  options: OptionInputs<typeof selectionOptions> = {},
): Observable<HarvestRecord> {
  const selection = optionValues("servers", selectionOptions, options);
  return enclosed((place) => {
    const context = contextAt(place, "servers");
    const selected = context.select(config, selection);
    const facts = { stage: "servers", selection: selectionOf(selected) };
    const records: Observable<HarvestRecord> = from(selected.map((settings) => serverRecord(settings, context)));
    return records.pipe(toldTo(place.report, context, facts));
  });
}
