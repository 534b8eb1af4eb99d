import { EMPTY, from, type Observable } from "rxjs";
import type { Jobs } from "../config/connections.ts";
import { text } from "../config/kinds.ts";
import type { OptionTable, OptionValues } from "../config/options.ts";
import { placed } from "../config/place.ts";
import { checkStages } from "../pipeline/checkStages.ts";
import { newBy } from "../pipeline/journalNames.ts";
import { loadPipeline, type PipelineRequest } from "../pipeline/loadPipeline.ts";
import { isStepOf, type Pipeline, type PipelineStep } from "../pipeline/pipeline.ts";
import { STAGES } from "../pipeline/registry.ts";
import { UsageError } from "../records/fault.ts";
import type { AnyRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { reportStage } from "../stages/report.ts";
import { serverRecord, serversStage } from "../stages/servers.ts";
import { repeated } from "./flags.ts";
import type { PipelineRun, PreparedPipeline } from "./pipelineRun.ts";
import { openContext } from "./stageContext.ts";
import { fitted } from "./stepCommand.ts";
import type { World } from "./world.ts";

/** Options of all commands that take a pipeline. */
export const pipelineOptions = {
  set: {
    kind: repeated(text),
    help:
      "another value than the file's: STEP=VALUE (servers=mine.yaml) for a step's main option, STEP.OPTION=VALUE (fetch.jobs=3) " +
      "for any; STEP[2] is the second step of that name",
  },
} as const satisfies OptionTable;

/** The pipeline that a command was given. Nothing is started. Throws a `UsageError` with all that is wrong with it. */
export async function openPipeline(
  operands: readonly string[],
  { set = [] }: OptionValues<typeof pipelineOptions>,
  world: World,
  seen?: PipelineRequest["seen"],
): Promise<Pipeline> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`${world.command}: give one pipeline, such as pipelines/harvest.yaml`);
  }
  const pipeline = await loadPipeline(file, { stages: STAGES, sets: set, env: world.env, seen });
  checkStages(pipeline, unstartedContext(jobsOf(pipeline.steps), world));
  return pipeline;
}

/** What stages are made with where they are only asked whether they would work. */
export function unstartedContext(jobs: Jobs | undefined, world: World): StageContext {
  return openContext({
    by: newBy("harvest"),
    run: () => "unstarted",
    signal: world.signals.signal,
    config: undefined,
    jobs,
    world,
  });
}

/** Connections to one server, for all steps: what fetching is given; where nothing is fetched, listing. */
export function jobsOf(steps: readonly PipelineStep[]): Jobs | undefined {
  const fetch = steps.find((step) => isStepOf(fetchStage, step));
  return (fetch ?? steps.find((step) => isStepOf(listStage, step)))?.values.jobs;
}

/** The pipeline as `runPipeline` takes it. */
export function runOf(pipeline: Pipeline): Pick<PipelineRun, "jobs" | "rate" | "report" | "backend" | "prepare"> {
  const { steps, backend } = pipeline;
  const report = steps.find((step) => isStepOf(reportStage, step));
  return {
    jobs: jobsOf(steps),
    rate: steps.find((step) => isStepOf(fetchStage, step))?.values.rate,
    report: report?.values,
    backend,
    prepare: (context) => prepare(pipeline, context),
  };
}

function prepare({ steps, shown }: Pipeline, context: StageContext): PreparedPipeline {
  const [first, ...others] = steps;
  if (first === undefined) throw new Error("a pipeline without steps");
  const between = others
    .filter((step) => !isStepOf(reportStage, step))
    .map((step) => ({ ...step, values: fitted(step.values) }));
  if (!isStepOf(serversStage, first)) {
    return { source: { saved: savedRecords(first, shown, context) }, steps: between, config: undefined, selected: [] };
  }
  const selected = selectedBy(first, context);
  const servers = from(selected.map((settings) => serverRecord(settings, context)));
  return { source: { servers }, steps: between, config: first.values.config, selected };
}

/** The records of a `from` step. Throws a `UsageError`, with the step's place, where they are not there. */
export function savedRecords(
  { stage, values, at }: PipelineStep,
  shown: string,
  context: StageContext,
): Observable<AnyRecord> {
  try {
    return EMPTY.pipe(stage.operator(values, context));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(placed(shown, at, error.message), { cause: error });
    throw error;
  }
}

/** The servers that a `servers` step chooses. Throws a `UsageError`. */
export function selectedBy(
  { values: { config, only, except } }: { readonly values: OptionValues<typeof serversStage.options> },
  context: Pick<StageContext, "select">,
): PreparedPipeline["selected"] {
  return context.select(config, { names: [], only, except });
}
