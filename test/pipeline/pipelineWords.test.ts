// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pipelines' variables look like those of templates.
import { describe, expect, it } from "vitest";
import type { PipelineFacts } from "../../src/pipeline/pipelineFacts.ts";
import { pipelineWords } from "../../src/pipeline/pipelineWords.ts";
import { defineStage } from "../../src/stages/stage.ts";
import { loadedPipeline } from "./loadedPipeline.ts";

const server = (name: string, connections = 5) => ({ server: name, connections, buffer_path: "/buffer" });
const FACTS: PipelineFacts = { servers: [server("a"), server("b", 2), server("c")], serversAtOnce: 64 };
const SAVED: PipelineFacts = { servers: undefined, serversAtOnce: 64 };

async function words(steps: string, facts = FACTS): Promise<string[]> {
  return pipelineWords(await loadedPipeline(`steps: [${steps}]`, { env: { SECRET: "hunter2" } }), facts);
}

describe("a pipeline in words", () => {
  it("says what would run, on which servers, within which bounds, and where it goes", async () => {
    const [first, ...others] = await words("servers: cfg.yaml, list: { include: '*.csv' }, limit: 9, fetch, report");
    expect(first).toMatch(/^pipe \(.*pipe\.yaml\)$/);
    expect(others).toEqual([
      "  1. servers: Say which servers take part (config: cfg.yaml)",
      "  2. list: List the files of servers (include: *.csv)",
      "  3. limit: Let only the first files through (count: 9)",
      "  4. fetch: Fetch the files of a listing",
      "  5. report: Tell what came of a harvest, server by server",
      "servers: 3, 3 at once: a, b, c",
      "connections, at most: 5 to a, c; 2 to b",
      "for each server apart: list",
      "on the stream of all servers: limit, fetch, report",
      "waiting between steps, at most: 1000 records of each server, 100000 records in all; files to fetch also on disk, 1 GiB for each server, 4 GiB in all; then what makes more waits",
      "files land in: /buffer, in a folder for each server",
      "stdout: the result set",
    ]);
  });

  it("says where servers are worked on, if the pipeline does", async () => {
    const said = async (top: string) =>
      pipelineWords(await loadedPipeline(`${top}\nsteps: [servers, list]`), FACTS).filter((line) =>
        /^backend/.test(line),
      );
    expect(await said("")).toEqual([]);
    expect(await said("backend: auto")).toEqual(["backend: auto"]);
    expect(await said("threads: 3")).toEqual(["backend: threads, at most 3 of them"]);
    expect(await said("backend: inline\nthreads: 3")).toEqual(["backend: inline"]);
  });

  it("names the first few of many servers", async () => {
    const servers = Array.from({ length: 300 }, (_, n) => server(`s${n}`));
    const said = await words("servers, list", { servers, serversAtOnce: 64 });
    expect(said).toContain("servers: 300, 64 at once: s0, s1, s2, s3, s4 and 295 more");
    expect(said).toContain("connections, at most: 5 to each server");
  });

  it("says of saved records that they name their servers, and where their files go", async () => {
    const said = await words("from: a.ndjson, fetch: { jobs: 3, to: /data }", SAVED);
    expect(said).toContain("servers: those that the saved records name");
    expect(said).toContain("connections to each server, at most: 3");
    expect(said).toContain("files land in: /data, in a folder for each server");
    expect(said).toContain("on the stream of all servers: fetch");
    expect(await words("from: a.ndjson, fetch", SAVED)).toContain(
      "files land in: the `buffer_path` of the configuration that the records name, in a folder for each server",
    );
  });

  it("says where the records go without a report, and that nothing is fetched without fetch", async () => {
    const said = await words("servers, list");
    expect(said).toContain("stdout: the records, as NDJSON");
    expect(said).toContain("files: none are fetched");
  });

  it("says which code is not of the toolkit", async () => {
    expect((await words("servers, list")).join()).not.toContain("code that");
    const stage = defineStage({
      name: "mine",
      summary: "x",
      scope: "server",
      options: {},
      examples: [],
      operator: () => (source) => source,
    });
    const pipeline = await loadedPipeline("stages: [x]\nsteps: [servers, mine, exec: jq .]", {
      importStages: async () => ({ path: "/a/mine.js", stages: [stage] }),
    });
    expect(pipelineWords(pipeline, FACTS).at(-1)).toBe(
      "code that is not of this toolkit: the commands of exec, mine of /a/mine.js; it may do whatever you may do",
    );
  });

  it("does not show what variables hold, and lets no control character through", async () => {
    const said = await words('servers: "a\\e[31m", exec: "curl ${SECRET}"', {
      servers: [server("b\x1b[31m")],
      serversAtOnce: 1,
    });
    expect(said.join("\n")).toContain("(command: curl ${SECRET})");
    expect(said.join("\n")).not.toContain("\x1b");
    const fetched = await words('servers, fetch: { to: "/x/${SECRET}" }', {
      servers: [{ ...server("b"), buffer_path: "/x/hunter2" }],
      serversAtOnce: 1,
    });
    expect(fetched).toContain("files land in: /x/${SECRET}, in a folder for each server");
    expect(fetched.join("\n")).not.toContain("hunter2");
  });
});
