import { resolve } from "node:path";
import { openConfigs } from "../config/configs.ts";
import { isStepOf, type Pipeline } from "../pipeline/pipeline.ts";
import type { PipelineFacts } from "../pipeline/pipelineFacts.ts";
import { countApart, serversAtOnceOf } from "../pipeline/pipelineRecords.ts";
import { fetchStage } from "../stages/fetch.ts";
import { serversStage } from "../stages/servers.ts";
import { serversThatFit } from "./openFiles.ts";
import { jobsOf, savedRecords, selectedBy, unstartedContext } from "./openPipeline.ts";
import type { World } from "./world.ts";

/** What the configuration that a pipeline names says of its servers. Throws a `UsageError`, also for saved records that are not there. */
export function pipelineFacts({ steps, shown }: Pipeline, world: World): PipelineFacts {
  const [first, ...others] = steps;
  if (first === undefined) throw new Error("a pipeline without steps");
  const serversAtOnce = Math.min(serversAtOnceOf(others.slice(0, countApart(others))), serversThatFit());
  const jobs = jobsOf(steps);
  if (!isStepOf(serversStage, first)) {
    savedRecords(first, shown, unstartedContext(jobs, world));
    return { servers: undefined, serversAtOnce };
  }
  const to = others.find((step) => isStepOf(fetchStage, step))?.values.to;
  const configs = openConfigs({ env: world.env, jobs, to: to === undefined ? undefined : resolve(to) });
  // Their secrets stay here.
  const servers = selectedBy(first, configs).map(({ server, connections, buffer_path }) => ({
    server,
    connections,
    buffer_path,
  }));
  return { servers, serversAtOnce };
}
