import { EMPTY, from } from "rxjs";
import { text } from "../config/kinds.ts";
import type { OptionTable, OptionValues } from "../config/options.ts";
import { loadPipeline } from "../pipeline/loadPipeline.ts";
import { isStepOf, type Pipeline, type PipelineStep } from "../pipeline/pipeline.ts";
import { STAGES } from "../pipeline/registry.ts";
import { UsageError } from "../records/fault.ts";
import type { StageContext } from "../stages/context.ts";
import { fetchStage } from "../stages/fetch.ts";
import { reportStage } from "../stages/report.ts";
import { serverRecord, serversStage } from "../stages/servers.ts";
import { repeated } from "./flags.ts";
import type { PipelineRun, PreparedPipeline } from "./pipelineRun.ts";
import { fitted } from "./stepCommand.ts";
import type { World } from "./world.ts";

/** Options of all commands that take a pipeline. */
export const pipelineOptions = {
  set: {
    kind: repeated(text),
    help: "another value than the file's: STEP=VALUE (servers=mine.yaml) or STEP.OPTION=VALUE (fetch.jobs=3)",
  },
} as const satisfies OptionTable;

/** The pipeline that a command was given. Throws a `UsageError` with all that is wrong with it. */
export async function openPipeline(
  operands: readonly string[],
  { set = [] }: OptionValues<typeof pipelineOptions>,
  world: World,
): Promise<Pipeline> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`${world.command}: give one pipeline, such as pipelines/harvest.yaml`);
  }
  return loadPipeline(file, { stages: STAGES, sets: set, env: world.env });
}

/** The pipeline as `runPipeline` takes it. */
export function runOf({ steps }: Pipeline): Pick<PipelineRun, "jobs" | "report" | "prepare"> {
  const report = steps.find((step) => isStepOf(reportStage, step));
  const fetch = steps.find((step) => isStepOf(fetchStage, step));
  return {
    jobs: fetch?.values.jobs,
    report: report?.values,
    prepare: (context) => prepare(steps, context),
  };
}

function prepare(steps: readonly PipelineStep[], context: StageContext): PreparedPipeline {
  const [first, ...others] = steps;
  if (first === undefined) throw new Error("a pipeline without steps");
  const between = others
    .filter((step) => !isStepOf(reportStage, step))
    .map(({ stage, values }) => ({ stage, values: fitted(values) }));
  if (!isStepOf(serversStage, first)) {
    return { source: { saved: EMPTY.pipe(first.stage.operator(first.values, context)) }, steps: between, selected: [] };
  }
  const selected = selectedBy(first, context);
  const servers = from(selected.map((settings) => serverRecord(settings, context)));
  return { source: { servers }, steps: between, selected };
}

/** The servers that a `servers` step chooses. Throws a `UsageError`. */
export function selectedBy(
  { values: { config, only, except } }: { readonly values: OptionValues<typeof serversStage.options> },
  context: Pick<StageContext, "select">,
): PreparedPipeline["selected"] {
  return context.select(config, { names: [], only, except });
}
