import { resolve } from "node:path";
import { from, type Observable } from "rxjs";
import { type BackendWish, type BackendWord, backendOptions, firstWish } from "../config/backendOptions.ts";
import type { OptionInputs, OptionValues } from "../config/options.ts";
import { optionValues } from "../config/optionValues.ts";
import type { ServerSettings } from "../config/server.ts";
import type { Backend } from "../pipeline/backend.ts";
import { type PipelineRequest, pipelineRecords } from "../pipeline/pipelineRecords.ts";
import type { HarvestRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { selectionOf, serverRecord } from "../stages/servers.ts";
import { type OpenBackend, openBackend } from "../threads/openBackend.ts";
import { closedBehind } from "./closedBehind.ts";
import { contextAt, enclosed, type Place, withSurroundings } from "./enclosed.ts";
import { toldTo } from "./reportBelow.ts";
import { selectionOptions } from "./servers.ts";
import type { SurroundingsOptions } from "./surroundings.ts";
import { type BackendChoice, chosenBackend, withoutOwn } from "./withBackend.ts";

const table = { ...listStage.options, ...fetchStage.options, ...selectionOptions, ...backendOptions } as const;

/** Those of `servers`, `listFiles` and `fetchFiles` together, and what the harvest is given of the world around it. */
export type HarvestOptions = Omit<OptionInputs<typeof table>, keyof BackendChoice> &
  SurroundingsOptions &
  BackendChoice;

/**
 * Lists and fetches all servers of a configuration that take part, several at once; `harvest("cfg.yaml").pipe(report())` is the whole
 * job. Each subscription is a new harvest. A wrong option is thrown as a `UsageError`; with a wrong configuration the stream errors
 * with one.
 */
export function harvest(config: string, options: HarvestOptions = {}): Observable<HarvestRecord> {
  const { request, surroundings } = parted("harvest", options);
  const records = enclosed((place) => {
    const selected = selectedAt(place, config, request);
    return harvestRecords(selected, openedFor(selected));
  });
  const isGivenSome = Object.values(surroundings).some((value) => value !== undefined);
  return isGivenSome ? records.pipe(withSurroundings(surroundings)) : records;
}

interface HarvestRequest {
  readonly values: OptionValues<typeof table>;
  /** Where each server's work is done, as far as code says it. */
  readonly wish: BackendWish<BackendWord | Backend>;
}

/** Tells apart what is for the stages and what for the surroundings. Throws a `UsageError`; `who` is what it begins with. */
export function parted(
  who: string,
  options: HarvestOptions,
): { readonly request: HarvestRequest; readonly surroundings: SurroundingsOptions } {
  const { env, onNote, signal, ...given } = options;
  const { own, others } = withoutOwn(given);
  const values = optionValues(who, table, others);
  const { backend = own, threads } = values;
  return {
    request: { values, wish: firstWish({ backend, threads }, chosenBackend()) },
    surroundings: { env, onNote, signal },
  };
}

interface SelectedHarvest extends HarvestRequest {
  readonly place: Place;
  readonly context: StageContext;
  readonly config: string;
  readonly selected: readonly ServerSettings[];
}

/** Reads the configuration. Throws a `UsageError`. */
export function selectedAt(place: Place, config: string, request: HarvestRequest): SelectedHarvest {
  place.surroundings.prefer(request.values.jobs, request.values.rate);
  const context = contextAt(place, "harvest");
  const wish = firstWish(request.wish, chosenBackend(), place.surroundings.backendOf(config));
  return { ...request, wish, place, context, config, selected: context.select(config, request.values) };
}

/** What it has begun is ended with the records. */
export function openedFor({ wish, place, context, config, selected, values }: SelectedHarvest): OpenBackend {
  const { env, pipe } = place.surroundings;
  const { stateFolder, pools, note } = context;
  const { overall } = pools;
  const work = { steps: stepsOf(values), config, pipe, watched: false, servers: selected.length };
  const facts = { ...work, env, stateFolder, overall, note };
  return openBackend(wish, facts);
}

function stepsOf(values: HarvestRequest["values"]): PipelineRequest["steps"] {
  return [listStage, fetchStage].map((stage) => ({ stage, values }));
}

export function harvestRecords(
  { place, context, selected, values }: SelectedHarvest,
  opened: OpenBackend,
): Observable<HarvestRecord> {
  const servers = from(selected.map((settings) => serverRecord(settings, context)));
  const to = values.to === undefined ? {} : { to: resolve(values.to) };
  const facts = { stage: "list", selection: selectionOf(selected), ...to };
  const { jobs, rate } = place.surroundings;
  const steps = stepsOf(values);
  const { backend } = opened;
  const records = pipelineRecords({ source: { servers }, steps, context, backend, jobs, rate });
  return records.pipe(closedBehind(opened), toldTo(place.report, context, facts));
}
