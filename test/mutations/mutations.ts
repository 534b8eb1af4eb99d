import { connectionsMutations } from "./list/connections.ts";
import { edgesMutations } from "./list/edges.ts";
import { fetchMutations } from "./list/fetch.ts";
import { pipelineMutations } from "./list/pipeline.ts";
import { recordsMutations } from "./list/records.ts";
import { reportMutations } from "./list/report.ts";
import { sinkMutations } from "./list/sink.ts";
import { stagesMutations } from "./list/stages.ts";
import { transfersMutations } from "./list/transfers.ts";
import type { Mutation } from "./mutation.ts";

/** All of them, room by room. */
export const mutations: readonly Mutation[] = [
  ...sinkMutations,
  ...transfersMutations,
  ...connectionsMutations,
  ...fetchMutations,
  ...stagesMutations,
  ...reportMutations,
  ...pipelineMutations,
  ...recordsMutations,
  ...edgesMutations,
];
