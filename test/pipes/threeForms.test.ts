import { fileURLToPath } from "node:url";
import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Branches, startBranches } from "../../src/demo/branches.ts";
import { fetchFiles, harvest, listFiles, type ResultSet, report, servers } from "../../src/index.ts";
import { filesOf, readTree } from "../servers/trees.ts";
import { Shell } from "./shell.ts";

const PIPELINE = fileURLToPath(new URL("../../pipelines/harvest.yaml", import.meta.url));

/** What a harvest of the ten servers came to, free of where it was put. */
interface Outcome {
  readonly resultSet: string;
  readonly files: unknown;
  readonly code: number;
}

let shell: Shell;
let branches: Branches;

beforeAll(async () => {
  shell = new Shell();
  branches = await startBranches(shell.folder);
});

afterAll(async () => {
  await branches.stop();
  await shell[Symbol.asyncDispose]();
});

async function inShell(folder: string, script: string): Promise<Outcome> {
  const { stdout, code } = await shell.run(script);
  return outcome(folder, stdout, code);
}

function inCode(folder: string, results: ResultSet): Outcome {
  using closing = results;
  return outcome(folder, closing.toString("json"), closing.code);
}

function outcome(folder: string, resultSet: string, code: number): Outcome {
  const to = shell.path(folder);
  return { resultSet: resultSet.replaceAll(to, "BUFFER"), files: filesOf(readTree(to)), code };
}

describe("the same ten servers, one refusing and one down", () => {
  let piped: Outcome;

  beforeAll(async () => {
    piped = await inShell("piped", "ftp-list cfg.yaml | ftp-fetch -j 5 --to piped | ftp-report");
  });

  it("are harvested by a pipe of commands as they are staged", () => {
    const results = JSON.parse(piped.resultSet);
    expect(Object.keys(results)).toHaveLength(10);
    const failed = Object.keys(results).filter((server) => results[server][0] === 1);
    expect(failed).toEqual(branches.expected.failed.map(({ server }) => server));
    expect(piped.code).toBe(1);
  });

  it("give the same files and result set to a YAML pipeline", async () => {
    const run = `ftp-harvest run ${PIPELINE} --set fetch.to=yaml`;
    expect(await inShell("yaml", run)).toEqual(piped);
  });

  it("give the same to the pipe that the YAML pipeline is printed as", async () => {
    const { stdout: script } = await shell.run(`ftp-harvest run ${PIPELINE} --set fetch.to=printed --print-shell`);
    expect(script).toContain(" | ");
    expect(await inShell("printed", script)).toEqual(piped);
  });

  it("give the same to the one process of ftp-harvest", async () => {
    expect(await inShell("one", "ftp-harvest cfg.yaml -j 5 --to one --format json")).toEqual(piped);
  });

  it("give the same to RxJS operators", async () => {
    const chain = servers(branches.config).pipe(
      listFiles(),
      fetchFiles({ jobs: 5, to: shell.path("operators") }),
      report(),
    );
    expect(inCode("operators", await firstValueFrom(chain))).toEqual(piped);
  });

  it("give the same to harvest() in code", async () => {
    const all = harvest(branches.config, { jobs: 5, to: shell.path("all") }).pipe(report());
    expect(inCode("all", await firstValueFrom(all))).toEqual(piped);
  });
});
