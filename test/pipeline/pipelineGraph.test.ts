// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pipelines' variables look like those of templates.
import { describe, expect, it } from "vitest";
import type { PipelineFacts } from "../../src/pipeline/pipelineFacts.ts";
import { pipelineGraph } from "../../src/pipeline/pipelineGraph.ts";
import { loadedPipeline } from "./loadedPipeline.ts";

const server = (name: string, connections: number) => ({ server: name, connections, buffer_path: "/buffer" });
const FACTS: PipelineFacts = { servers: [server("a", 5), server("b", 2), server("c", 5)], serversAtOnce: 64 };

async function lines(text: string, facts = FACTS): Promise<string[]> {
  const graph = pipelineGraph(await loadedPipeline(text, { env: { SECRET: "hunter2" } }), facts);
  return graph.split("\n").map((line) => line.trim());
}

/** The lines of the edges, without what may wait. */
const edges = (graph: readonly string[]) =>
  graph.filter((line) => line.includes("-->")).map((line) => line.replace(/<br\/>at most \d+ wait[^"]*/, ""));

describe("a pipeline as a graph", () => {
  it("has a node for each step, those that work on servers apart together, and types on its edges", async () => {
    expect(
      await lines("name: all\nsteps: [servers: cfg.yaml, list, fetch: { jobs: 5 }, report: { format: json }]"),
    ).toEqual([
      "---",
      'title: "all"',
      "---",
      "flowchart LR",
      's0["servers<br/>config: cfg.yaml<br/>3 servers"]',
      'subgraph apart["each server apart<br/>at most 3 at once<br/>at most 2 to 5 connections to each"]',
      's1["list"]',
      's2["fetch<br/>jobs: 5"]',
      "end",
      's3["report<br/>format: json"]',
      's0 -->|"server<br/>at most 1000 wait, of each server"| s1',
      's1 -->|"server, file, listed, skipped, failure<br/>at most 1000 wait, of each server"| s2',
      's2 -->|"server, listed, skipped, failure, download, harvested<br/>at most 100000 wait"| s3',
      "",
    ]);
  });

  it("has those outside that need the whole stream, and all behind them", async () => {
    const graph = await lines("steps: [servers, list, limit: 5, fetch]", { ...FACTS, serversAtOnce: 2 });
    expect(graph.slice(4, 10)).toEqual([
      's0["servers<br/>3 servers"]',
      'subgraph apart["each server apart<br/>at most 2 at once<br/>at most 2 to 5 connections to each"]',
      's1["list"]',
      "end",
      's2["limit<br/>count: 5"]',
      's3["fetch"]',
    ]);
  });

  it("of saved records has no servers of its own", async () => {
    const graph = await lines("steps: [from: a.ndjson, fetch, report]", { servers: undefined, serversAtOnce: 64 });
    expect(graph.join("\n")).not.toContain("subgraph");
    expect(edges(graph)).toEqual(['s0 -->|"records"| s1', 's1 -->|"download, failure, harvested"| s2']);
  });

  it("lets no text of the file become part of the drawing", async () => {
    const name = JSON.stringify('"]\n---\n%%{init: {}}%%');
    const graph = await lines(`name: ${name}\nsteps: [servers: ${JSON.stringify('a"]\nend<b>`#x;%%{')}]`);
    expect(graph.slice(0, 5)).toEqual([
      "---",
      'title: "\\"]\\\\n---\\\\n%%{init: {}}%%"',
      "---",
      "flowchart LR",
      's0["servers<br/>config: a#34;]#92;nend#60;b#62;#96;#35;x#59;#37;#37;{<br/>3 servers"]',
    ]);
  });

  it("does not show what variables hold", async () => {
    const graph = await lines('steps: [servers, exec: "curl -u ${SECRET}"]');
    expect(graph).toContain('s1["exec<br/>command: curl -u ${SECRET}"]');
  });
});
