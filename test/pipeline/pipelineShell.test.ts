// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pipelines' variables look like those of templates.
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { size } from "../../src/config/kinds.ts";
import type { PipelineRequest } from "../../src/pipeline/loadPipeline.ts";
import { pipelineShell } from "../../src/pipeline/pipelineShell.ts";
import { defineStage } from "../../src/stages/stage.ts";
import { loadedPipeline } from "./loadedPipeline.ts";

async function script(steps: string, request: Partial<PipelineRequest> = {}): Promise<string> {
  return pipelineShell(await loadedPipeline(steps, request));
}

/** The script's one pipe. */
async function pipe(steps: string, request: Partial<PipelineRequest> = {}): Promise<string> {
  return (await script(`steps: [${steps}]`, request)).trimEnd().split("\n").at(-1) ?? "";
}

describe("a pipeline as a shell script", () => {
  it("is one pipe, which fails when one of its commands does", async () => {
    const text = await script(
      "name: all\nsteps: [servers: cfg.yaml, list, fetch: { jobs: 5 }, report: { format: json }]",
    );
    expect(text.split("\n")).toEqual([
      "#!/usr/bin/env bash",
      expect.stringMatching(/^# all: what \/.*pipe\.yaml does, as a pipe of commands$/),
      "set -o pipefail",
      "ftp-servers cfg.yaml | ftp-list | ftp-fetch --jobs 5 | ftp-report --format json",
      "",
    ]);
  });

  it("says that a backend is left out: its commands are several processes already", async () => {
    const comments = async (top: string) =>
      (await script(`${top}\nsteps: [servers, list]`)).split("\n").filter((line) => /^# its/.test(line));
    expect(await comments("backend: inline\nthreads: 2")).toEqual([]);
    for (const top of ["backend: threads", "threads: 2"])
      expect(await comments(top)).toEqual([
        "# its backend (threads) is left out: each command of a pipe works in one thread",
      ]);
  });

  it.each([
    ["servers, list", "ftp-servers cfg.yaml | ftp-list", "the configuration that is meant without one"],
    ["servers: my cfg.yaml", "ftp-servers 'my cfg.yaml'", "blanks"],
    [
      "servers: { only: [a, b] }, list",
      "ftp-servers --only a --only b cfg.yaml | ftp-list",
      "options beside the operand",
    ],
    ["servers, list: { newer_than: 1d }", "ftp-servers cfg.yaml | ftp-list --newer-than 1d", "names as flags"],
    ['servers, list: { include: "*.csv,*.txt" }', "| ftp-list --include '*.csv,*.txt'", "a text that is split"],
    ['servers, list: { include: ["a,b", "{a,b}"] }', "--include 'a\\,b' --include '{a,b}'", "items with commas"],
    ["servers, filter: { match: ['size>1', \"name~it's\"] }", "--match 'size>1' --match 'name~it'\\''s'", "quotes"],
    ["servers, fetch: { keep_order: true }", "| ftp-fetch --keep-order", "a switch"],
    ["servers, fetch: { keep_order: false }", "| ftp-fetch", "a switch that is off"],
    ["servers, map: { set: { name: 'x/{name}' } }", "| ftp-map 'name=x/{name}'", "a map"],
    ["servers, map: 'name=x/{name}'", "| ftp-map --set 'name=x/{name}'", "a text for what also takes lists"],
    ["servers, limit: 5", "| ftp-limit 5", "a main option"],
    ["servers, limit: { count: 5, per_server: true }", "| ftp-limit --per-server 5", "a main option and others"],
    ["servers, dedupe: [name, size]", "| ftp-dedupe name size", "a main option that is a list"],
    ["servers, exec: [jq, -c, .]", "| ftp-exec -- jq -c .", "a program and its arguments"],
    [
      "servers, exec: { command: 'jq -c .', types: [file] }",
      "| ftp-exec --command 'jq -c .' --types file",
      "a line for sh",
    ],
    [
      "servers, exec: { command: [gzip, '{local}'], each: true }",
      "| ftp-exec --each gzip '{local}'",
      "a command for each",
    ],
    ["servers, tee: listed.ndjson, list", "| tee -i listed.ndjson | ftp-list", "tee"],
    ["servers, tee: -x", "| tee -i -- -x", "a name that looks like a flag"],
    ["servers: -x", "ftp-servers -- -x", "a configuration that looks like a flag"],
    ["from: a b.ndjson, fetch, report", "ftp-fetch < 'a b.ndjson' | ftp-report", "saved records"],
    ["from: a.ndjson", "cat < a.ndjson", "saved records alone"],
    ["servers: '${CFG:-it}', list", "ftp-servers it | ftp-list", "what variables hold"],
  ])("of %s has %s (%s)", async (steps, says) => {
    const found = await pipe(steps);
    expect(says.startsWith("|") || says.startsWith("-") ? found.endsWith(says) : found === says, found).toBe(true);
  });

  it("has the values of --set", async () => {
    expect(await pipe("servers, fetch", { sets: ["servers=mine.yaml", "fetch.jobs=3"] })).toBe(
      "ftp-servers mine.yaml | ftp-fetch --jobs 3",
    );
  });

  it("runs a stage of somebody's own by its module", async () => {
    const stage = defineStage({
      name: "at-least",
      summary: "",
      scope: "server",
      main: "size",
      options: { size: { kind: size, default: 1, help: "" } },
      examples: [],
      operator: () => (source) => source,
    });
    const found = await script("stages: [x]\nsteps: [servers, at-least: 1kB]", {
      importStages: async () => ({ path: "/my stages/at-least.js", stages: [stage] }),
    });
    expect(found).toContain("| node '/my stages/at-least.js' 1kB\n");
  });

  it("lets no text of the file become code", async () => {
    const nasty = `a'"\`$(echo no)\\ \n; echo no`;
    const text = await script(`name: ${JSON.stringify(`x\necho no`)}\nsteps: [servers: ${JSON.stringify(nasty)}]`);
    const { stdout } = spawnSync("bash", ["-c", `ftp-servers() { printf %s "$1"; }\n${text}`], { encoding: "utf8" });
    expect(stdout).toBe(nasty);
  });
});
