import { openConfigs } from "../config/configs.ts";
import { isStepOf, type Pipeline } from "../pipeline/pipeline.ts";
import { fetchStage } from "../stages/fetch.ts";
import { serversStage } from "../stages/servers.ts";
import { selectedBy } from "./openPipeline.ts";
import type { World } from "./world.ts";

/** What the configuration that a pipeline names says of its servers. Throws a `UsageError`. */
export function pipelineFacts({ steps }: Pipeline, world: World) {
  const [first] = steps;
  if (first === undefined || !isStepOf(serversStage, first)) return {};
  const fetch = steps.find((step) => isStepOf(fetchStage, step));
  const configs = openConfigs({ env: world.env, jobs: fetch?.values.jobs });
  return { servers: selectedBy(first, configs) };
}
