import type { BackendWish } from "../config/backendOptions.ts";
import { type Jobs, MOST_AUTO_CONNECTIONS } from "../config/connections.ts";
import type { OptionValues } from "../config/options.ts";
import { hasVariables } from "../config/variables.ts";
import { SPILL_LIMITS } from "../flow/waitingRoom.ts";
import { printable } from "../records/printable.ts";
import { execStage } from "../stages/exec.ts";
import { fetchStage } from "../stages/fetch.ts";
import { reportStage } from "../stages/report.ts";
import { PARKED_MAX as PARKED_A_SERVER } from "./backend.ts";
import { isStepOf, type Pipeline, type PipelineStep } from "./pipeline.ts";
import type { PipelineFacts, ServerFacts } from "./pipelineFacts.ts";
import { countApart } from "./pipelineRecords.ts";
import { shownOptions } from "./shownOptions.ts";
import { PARKED_MAX } from "./stageProcess.ts";

/** Lines that say what a pipeline would do, for a person who is about to run it. */
export function pipelineWords(
  { name, shown, steps, backend }: Pipeline,
  { servers, serversAtOnce }: PipelineFacts,
): string[] {
  const [, ...others] = steps;
  const apart = servers === undefined ? 0 : countApart(others);
  const jobs = others.find((step) => isStepOf(fetchStage, step))?.values.jobs;
  const lines = [
    `${name} (${shown})`,
    ...steps.map((step, index) => `  ${index + 1}. ${stepWords(step)}`),
    ...(servers === undefined ? savedWords(jobs) : serversWords(servers, serversAtOnce)),
    ...backendWords(backend),
    ...scopeWords(others, apart),
    ...boundsWords(others, apart),
    ...landingWords(steps, servers),
    outputWords(steps),
    ...foreignWords(steps),
  ];
  // Names come from files, and so from anybody.
  return lines.map((line) => printable(line));
}

function stepWords(step: PipelineStep): string {
  const options = shownOptions(step);
  return `${step.stage.name}: ${step.stage.summary}${options.length === 0 ? "" : ` (${options.join("; ")})`}`;
}

function serversWords(servers: readonly ServerFacts[], atOnce: number): string[] {
  const together = Math.min(atOnce, servers.length);
  return [
    `servers: ${servers.length}, ${together} at once: ${firstOf(servers.map(({ server }) => server))}`,
    `connections, at most: ${connectionsWords(servers)}`,
  ];
}

/** What the pipeline itself says of it, if anything. */
function backendWords({ backend, threads }: BackendWish): string[] {
  const word = backend ?? (threads === undefined ? undefined : "threads");
  if (word === undefined) return [];
  return [`backend: ${word}${threads === undefined || word === "inline" ? "" : `, at most ${threads} of them`}`];
}

/** "5 to each server", or "5 to branch-001, branch-002 and 7 more; 2 to branch-003". */
function connectionsWords(servers: readonly ServerFacts[]): string {
  const counts = [...new Set(servers.map(({ connections }) => connections))];
  const [only, ...others] = counts;
  if (others.length === 0) return `${only} to each server`;
  const namesWith = (count: number) =>
    servers.filter((server) => server.connections === count).map(({ server }) => server);
  return counts.map((count) => `${count} to ${firstOf(namesWith(count))}`).join("; ");
}

function savedWords(jobs: Jobs | undefined): string[] {
  const most = jobs === "auto" ? MOST_AUTO_CONNECTIONS : jobs;
  const connections = most === undefined ? "as many as their configuration says" : `${most}`;
  return ["servers: those that the saved records name", `connections to each server, at most: ${connections}`];
}

/** Which steps work on each server apart, and which on the stream of all. */
function scopeWords(steps: readonly PipelineStep[], apart: number): string[] {
  const names = steps.map(({ stage }) => stage.name);
  return [
    ["for each server apart", names.slice(0, apart)] as const,
    ["on the stream of all servers", names.slice(apart)] as const,
  ].flatMap(([where, those]) => (those.length === 0 ? [] : [`${where}: ${those.join(", ")}`]));
}

function boundsWords(steps: readonly PipelineStep[], apart: number): string[] {
  const inAll = `${PARKED_MAX} records in all`;
  const waiting = apart === 0 ? inAll : `${PARKED_A_SERVER} records of each server, ${inAll}`;
  const spills = steps.slice(apart).some((step) => isStepOf(fetchStage, step));
  const { lineBytes, fileBytes } = SPILL_LIMITS;
  const disk = `; files to fetch also on disk, ${lineBytes / GIB} GiB for each server, ${fileBytes / GIB} GiB in all`;
  return [`waiting between steps, at most: ${waiting}${spills ? disk : ""}; then what makes more waits`];
}

const GIB = 1024 ** 3;

function landingWords(steps: readonly PipelineStep[], servers: readonly ServerFacts[] | undefined): string[] {
  const fetch = steps.find((step) => isStepOf(fetchStage, step));
  if (fetch === undefined) return ["files: none are fetched"];
  return [`files land in: ${landingPlace(fetch, servers)}, in a folder for each server`];
}

function landingPlace({ values: { to }, given }: FetchStep, servers: readonly ServerFacts[] | undefined): string {
  const written = given.get("to")?.shown;
  // What a variable holds is not shown, in a path either.
  if (typeof written === "string" && hasVariables(written)) return written;
  if (servers !== undefined) return firstOf([...new Set(servers.map(({ buffer_path }) => buffer_path))]);
  return to ?? "the `buffer_path` of the configuration that the records name";
}

type FetchStep = PipelineStep & { readonly values: OptionValues<typeof fetchStage.options> };

function outputWords(steps: readonly PipelineStep[]): string {
  return steps.some((step) => isStepOf(reportStage, step))
    ? "stdout: the result set"
    : "stdout: the records, as NDJSON";
}

function foreignWords(steps: readonly PipelineStep[]): string[] {
  const modules = steps.flatMap(({ stage, module }) => (module === undefined ? [] : [`${stage.name} of ${module}`]));
  const programs = steps.some((step) => isStepOf(execStage, step)) ? ["the commands of exec"] : [];
  const foreign = [...programs, ...modules];
  return foreign.length === 0
    ? []
    : [`code that is not of this toolkit: ${foreign.join(", ")}; it may do whatever you may do`];
}

/** The first few names; of thousands nobody reads all. */
function firstOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more` : names.join(", ");
}

const MOST_NAMES = 5;
