import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { branch } from "./branch.ts";
import { recordsOf, resultsOf, whole } from "./results.ts";
import { Shell } from "./shell.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
});

afterEach(() => shell[Symbol.asyncDispose]());

describe("servers", () => {
  const SERVERS = ["branch-010", "branch-009", "10", "9", "shop"];

  beforeEach(async () => {
    const keys = await branch(shell, { "/a.txt": "a" });
    // As text: an object of JavaScript would put `9` and `10` first.
    const servers = SERVERS.map((server) => `  ${server}: ${JSON.stringify(keys)}\n`);
    shell.write("cfg.yaml", `servers:\n${servers.join("")}`);
  });

  async function told(pipe: string): Promise<string> {
    const { stdout, stderr, code } = await shell.run(pipe);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    return stdout;
  }

  /** Result sets are read as text: the order of their keys counts. */
  async function reported(pipe: string): Promise<string[]> {
    return [...(await told(pipe)).matchAll(/"([^"]+)":\[/g)].map(([, server = ""]) => server);
  }

  it("go through four commands, in the configuration's order", async () => {
    expect(await reported("ftp-servers cfg.yaml | ftp-list | ftp-fetch | ftp-report")).toEqual(SERVERS);
  });

  it.each([
    ["ftp-list cfg.yaml shop 9", ["9", "shop"]],
    ["ftp-list cfg.yaml --only 'branch-0*',9", ["branch-010", "branch-009", "9"]],
    ["ftp-list cfg.yaml --except 'branch*' --except shop", ["10", "9"]],
    ["ftp-list cfg.yaml --only 'branch-0*' --except '*9'", ["branch-010"]],
    ["ftp-servers cfg.yaml --only '[19]*' | ftp-list", ["10", "9"]],
    ["ftp-servers cfg.yaml 10 | ftp-list", ["10"]],
    ["ftp-servers cfg.yaml | grep -v branch-009 | ftp-list", ["branch-010", "10", "9", "shop"]],
  ])("%s", async (pipe, servers) => {
    const listed = recordsOf(await told(pipe)).filter(({ type }) => type === "listed");
    expect(listed.map(({ server }) => server).toSorted()).toEqual(servers.toSorted());
  });

  it("are chosen in one process in the same way", async () => {
    expect(await reported("ftp-harvest cfg.yaml shop branch-010")).toEqual(["branch-010", "shop"]);
    expect(await reported("ftp-harvest cfg.yaml --only '?' --format json")).toEqual(["9"]);
  });

  it("are told by ftp-servers without their secrets", async () => {
    const { stdout } = await shell.run("ftp-servers cfg.yaml shop");
    const [server, end] = recordsOf(stdout);
    expect(server).toMatchObject({ type: "server", server: "shop", config: shell.path("cfg.yaml"), order: 4 });
    expect(Object.keys(server ?? {})).toEqual([
      "type",
      "run",
      "by",
      "server",
      "config",
      "host",
      "port",
      "paths",
      "order",
      "buffer_path",
    ]);
    expect(end).toMatchObject({ type: "end", stage: "servers", code: 0 });
  });
});

describe("files", () => {
  const DAY_MS = 86_400_000;

  beforeEach(async () => {
    const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
    const keys = await branch(shell, {
      "/new.csv": { bytes: "1", modified: ago(0.01) },
      "/old.csv": { bytes: "22", modified: ago(30) },
      "/sub/new.txt": { bytes: "x".repeat(2048), modified: ago(0.02) },
      "/sub/deep/old.csv": { bytes: "4444", modified: ago(10) },
      "/tmp/skip.csv": { bytes: "55555", modified: ago(3) },
    });
    shell.configure({ s: keys });
  });

  it.each([
    ["--include '*.csv'", ["new.csv", "old.csv", "sub/deep/old.csv", "tmp/skip.csv"]],
    ["--include 'sub/**'", ["sub/deep/old.csv", "sub/new.txt"]],
    ["--exclude tmp,'*.txt'", ["new.csv", "old.csv", "sub/deep/old.csv"]],
    ["--include '*.csv' --exclude 'old*' --exclude tmp/", ["new.csv"]],
    ["--newer-than 1d", ["new.csv", "sub/new.txt"]],
    ["--older-than 5d", ["old.csv", "sub/deep/old.csv"]],
    ["--newer-than 5d --older-than 1d", ["tmp/skip.csv"]],
    ["--min-size 4", ["sub/deep/old.csv", "sub/new.txt", "tmp/skip.csv"]],
    ["--min-size 2 --max-size 2KiB", ["old.csv", "sub/deep/old.csv", "sub/new.txt", "tmp/skip.csv"]],
    ["--depth 1", ["new.csv", "old.csv"]],
    ["--depth 2", ["new.csv", "old.csv", "sub/new.txt", "tmp/skip.csv"]],
  ])("ftp-list %s", async (flags, names) => {
    const { stdout, code, stderr } = await shell.run(`ftp-list cfg.yaml ${flags}`);
    const files = recordsOf(stdout).filter(({ type }) => type === "file");
    expect(files.map(({ name }) => name).sort()).toEqual(names);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("what a listing leaves out is not asked for: nothing is said of filtering", async () => {
    const pipe = await shell.run("ftp-list cfg.yaml --depth 1 --max-size 1 | ftp-fetch | ftp-report");
    expect(pipe).toMatchObject({ code: 0, stderr: "" });
    expect(resultsOf(pipe.stdout)).toEqual({ s: whole(shell, "s", { "new.csv": 1 }) });
    const inOne = await shell.run("ftp-harvest cfg.yaml --depth 1 --min-size 2");
    expect(resultsOf(inOne.stdout)).toEqual({ s: whole(shell, "s", { "old.csv": 2 }) });
  });
});

describe("several paths of a server", () => {
  it("are named from their deepest common parent", async () => {
    const keys = await branch(shell, { "/data/out/a.txt": "a", "/data/reports/b.txt": "bb", "/data/c.txt": "c" });
    shell.configure({ s: { ...keys, path: ["/data/out", "/data/reports"] } });
    const { stdout } = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report");
    expect(resultsOf(stdout)).toEqual({ s: whole(shell, "s", { "out/a.txt": 1, "reports/b.txt": 2 }) });
  });
});
