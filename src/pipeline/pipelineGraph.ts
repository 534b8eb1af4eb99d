import { counted } from "../records/counted.ts";
import { printable } from "../records/printable.ts";
import { PARKED_MAX as PARKED_A_SERVER } from "./backend.ts";
import type { Pipeline, PipelineStep } from "./pipeline.ts";
import type { PipelineFacts } from "./pipelineFacts.ts";
import { countApart } from "./pipelineRecords.ts";
import { shownOptions } from "./shownOptions.ts";
import { PARKED_MAX } from "./stageProcess.ts";

/**
 * A pipeline as a Mermaid flow chart: a node for each step with its options, the types of records that flow from one to the next, and
 * what is bounded.
 */
export function pipelineGraph({ name, steps }: Pipeline, facts: PipelineFacts): string {
  const [first, ...others] = steps;
  if (first === undefined) throw new Error("a pipeline without steps");
  const apart = facts.servers === undefined ? 0 : countApart(others);
  return [
    "---",
    `title: ${JSON.stringify(printable(name))}`,
    "---",
    "flowchart LR",
    `  ${node(0, first, sourceFacts(facts))}`,
    ...subgraph(others.slice(0, apart), facts),
    ...others.slice(apart).map((step, index) => `  ${node(apart + index + 1, step, [])}`),
    ...edges(steps, apart),
    "",
  ].join("\n");
}

function sourceFacts({ servers }: PipelineFacts): readonly string[] {
  return servers === undefined ? [] : [counted(servers.length, "server")];
}

function subgraph(steps: readonly PipelineStep[], { servers = [], serversAtOnce }: PipelineFacts): string[] {
  if (steps.length === 0) return [];
  const counts = servers.map(({ connections }) => connections);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const connections = least === most ? counted(most, "connection") : `${least} to ${most} connections`;
  const title = [
    "each server apart",
    `at most ${Math.min(serversAtOnce, servers.length)} at once`,
    `at most ${connections} to each`,
  ];
  return [
    `  subgraph apart[${label(title)}]`,
    ...steps.map((step, index) => `    ${node(index + 1, step, [])}`),
    "  end",
  ];
}

function node(index: number, step: PipelineStep, facts: readonly string[]): string {
  return `s${index}[${label([step.stage.name, ...shownOptions(step), ...facts])}]`;
}

function edges(steps: readonly PipelineStep[], apart: number): string[] {
  const lines: string[] = [];
  let flowing: readonly string[] = [];
  for (const [index, { stage }] of steps.entries()) {
    if (index > 0) {
      const types = flowing.length === 0 ? "records" : flowing.join(", ");
      const waiting = index <= apart ? `at most ${PARKED_A_SERVER} wait, of each server` : `at most ${PARKED_MAX} wait`;
      lines.push(`  s${index - 1} -->|${label([types, waiting])}| s${index}`);
    }
    const { takes = [], makes = [] } = stage;
    flowing = [...new Set([...flowing.filter((type) => !takes.includes(type)), ...makes])];
  }
  return lines;
}

function label(lines: readonly string[]): string {
  return `"${lines.map((line) => escaped(printable(line))).join("<br/>")}"`;
}

/** What means something inside of Mermaid's quotes: marks of its own, of Markdown, of HTML. */
function escaped(text: string): string {
  return text.replace(/["#%&;<>\\`*]/g, (mark) => `#${mark.charCodeAt(0)};`);
}
