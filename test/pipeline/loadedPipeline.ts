import { loadPipeline, type PipelineRequest } from "../../src/pipeline/loadPipeline.ts";
import type { Pipeline } from "../../src/pipeline/pipeline.ts";
import { STAGES } from "../../src/pipeline/registry.ts";
import { UsageError } from "../../src/records/fault.ts";
import { configFolder } from "../config/configFolder.ts";

/** Loads a pipeline of this text; with our own stages unless told otherwise. */
export function loadedPipeline(
  content: string | Uint8Array,
  request: Partial<PipelineRequest> = {},
): Promise<Pipeline> {
  return load(configFolder({ "pipe.yaml": content })("pipe.yaml"), request);
}

/** What is said of a wrong pipeline, its path taken out: `:1:1: …`. */
export async function complaint(content: string | Uint8Array, request: Partial<PipelineRequest> = {}): Promise<string> {
  const file = configFolder({ "pipe.yaml": content })("pipe.yaml");
  try {
    await load(file, request);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replaceAll(file, "");
  }
  return "nothing";
}

function load(file: string, request: Partial<PipelineRequest>): Promise<Pipeline> {
  return loadPipeline(file, { stages: STAGES, sets: [], env: {}, ...request });
}
