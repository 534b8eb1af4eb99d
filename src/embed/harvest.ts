import { resolve } from "node:path";
import { from, type Observable } from "rxjs";
import type { OptionInputs, OptionValues } from "../config/options.ts";
import { optionValues } from "../config/optionValues.ts";
import type { ServerSettings } from "../config/server.ts";
import { type Backend, inlineBackend } from "../pipeline/backend.ts";
import { pipelineRecords } from "../pipeline/pipelineRecords.ts";
import type { HarvestRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { selectionOf, serverRecord } from "../stages/servers.ts";
import { contextAt, enclosed, type Place, withSurroundings } from "./enclosed.ts";
import { toldTo } from "./reportBelow.ts";
import { selectionOptions } from "./servers.ts";
import type { SurroundingsOptions } from "./surroundings.ts";

const table = { ...listStage.options, ...fetchStage.options, ...selectionOptions } as const;

/** Those of `servers`, `listFiles` and `fetchFiles` together, and what the harvest is given of the world around it. */
export type HarvestOptions = OptionInputs<typeof table> &
  SurroundingsOptions & { readonly backend?: Backend | undefined };

/**
 * Lists and fetches all servers of a configuration that take part, several at once; `harvest("cfg.yaml").pipe(report())` is the whole
 * job. Each subscription is a new harvest. A wrong option is thrown as a `UsageError`; with a wrong configuration the stream errors
 * with one.
 */
export function harvest(config: string, options: HarvestOptions = {}): Observable<HarvestRecord> {
  const { request, surroundings } = parted("harvest", options);
  const records = enclosed((place) => harvestRecords(selectedAt(place, config, request)));
  const isGivenSome = Object.values(surroundings).some((value) => value !== undefined);
  return isGivenSome ? records.pipe(withSurroundings(surroundings)) : records;
}

interface HarvestRequest {
  readonly values: OptionValues<typeof table>;
  /** Where each server's work is done; in this process unless given. */
  readonly backend: Backend;
}

/** Tells apart what is for the stages and what for the surroundings. Throws a `UsageError`; `who` is what it begins with. */
export function parted(
  who: string,
  options: HarvestOptions,
): { readonly request: HarvestRequest; readonly surroundings: SurroundingsOptions } {
  const { env, onNote, signal, backend = inlineBackend, ...given } = options;
  return { request: { values: optionValues(who, table, given), backend }, surroundings: { env, onNote, signal } };
}

interface SelectedHarvest extends HarvestRequest {
  readonly place: Place;
  readonly context: StageContext;
  readonly selected: readonly ServerSettings[];
}

/** Reads the configuration. Throws a `UsageError`. */
export function selectedAt(place: Place, config: string, request: HarvestRequest): SelectedHarvest {
  place.surroundings.prefer(request.values.jobs, request.values.rate);
  const context = contextAt(place, "harvest");
  return { ...request, place, context, selected: context.select(config, request.values) };
}

export function harvestRecords({
  place,
  context,
  selected,
  values,
  backend,
}: SelectedHarvest): Observable<HarvestRecord> {
  const servers = from(selected.map((settings) => serverRecord(settings, context)));
  const steps = [listStage, fetchStage].map((stage) => ({ stage, values }));
  const to = values.to === undefined ? {} : { to: resolve(values.to) };
  const facts = { stage: "list", selection: selectionOf(selected), ...to };
  return pipelineRecords({ source: { servers }, steps, context, backend }).pipe(toldTo(place.report, context, facts));
}
