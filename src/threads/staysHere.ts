import { statSync } from "node:fs";
import { countApart, type DescribedStep } from "../pipeline/pipelineRecords.ts";

export interface WorkToDivide {
  /** What stands between a pipeline's source and its report. */
  readonly steps: readonly DescribedStep[];
  /** The configuration that its servers come from; undefined for saved records. */
  readonly config: string | undefined;
  /** A file that it names, which was read here and can't be read again in a worker. */
  readonly pipe?: string | undefined;
  /** Somebody looks at the records between the steps. */
  readonly watched: boolean;
}

/** Why servers can't be divided over threads, in words for people; undefined where they can. */
export function staysHere({ steps, config, pipe, watched }: WorkToDivide): string | undefined {
  if (watched) return "`--trace` looks at the records between the steps";
  const apart = config === undefined ? [] : steps.slice(0, countApart(steps));
  if (config === undefined || apart.length === 0) return "no step works on each server apart";
  if (apart.some(({ values }) => values["keepOrder"] === true)) return "`keep_order` is asked for";
  const odd = apart.find(({ values }) => !isPlain(values));
  if (odd !== undefined) return `the options of \`${odd.stage.name}\` are more than plain data`;
  if (pipe !== undefined) return `${pipe} is a pipe, which can be read only once`;
  return isFile(config) ? undefined : "the configuration is a pipe, which can be read only once";
}

/** Structured clone and JSON carry it. */
function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
