import { describe, expect, it, vi } from "vitest";
import { PATIENCE } from "../patience.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { Shell } from "./shell.ts";

const FILES = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`/f${index}`, "x".repeat(1_000)]));

/** Few bytes, that soon have come. */
const BENCH = "ftp-harvest bench cfg.yaml --for 1m --max-bytes 60kB";

/** Servers of all kinds of trouble. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  good: { files: FILES },
  limited: { files: FILES, maxConnections: 2 },
  single: { files: FILES, maxConnections: 1 },
  empty: {},
  refusing: { files: FILES, user: "somebody", password: "else" },
  unlistable: { files: FILES, on: { CWD: "550 No.", MLSD: "550 No.", LIST: "550 No." } },
};

async function configured(shell: Shell, names: readonly string[], more: object = {}) {
  const servers = new Map(
    await Promise.all(names.map(async (name) => [name, shell.own(await startScriptedServer(SCRIPTS[name]))] as const)),
  );
  const keys = [...servers].map(([name, { host, port }]) => [name, { host, port, user: "u", password: "p", ...more }]);
  shell.configure(Object.fromEntries(keys));
  return servers;
}

describe("ftp-harvest bench", () => {
  it("has a line for each server, also for those that are in trouble, and ends with 1 because of these", async () => {
    await using shell = new Shell();
    await configured(shell, Object.keys(SCRIPTS));
    const { stdout, stderr, code } = await shell.run(`${BENCH} --format table`);
    const [head = "", ...lines] = stdout.split("\n");
    expect(head).toMatch(/^server +log-in +round trip +listed +small files +large files$/);
    const rows = lines.slice(0, lines.indexOf(""));
    expect(rows.map((row) => row.split(" ", 1)[0])).toEqual(Object.keys(SCRIPTS));
    const blocks = new Map(stdout.split("\n\n").map((block) => [block.split("\n", 1)[0], block]));
    expect(blocks.get("limited")).toContain("refused more than 2 connections: ");
    expect(blocks.get("single")).toContain("refused more than 1 connection: ");
    expect(blocks.get("empty")).toContain("no file is there to measure with");
    expect(blocks.get("refusing")).toMatch(/\n {2}login: .*\n {4}check `user` and `password`/);
    expect(blocks.get("unlistable")).toMatch(/\n {2}not_found: /);
    expect(stdout).toContain("all figures are of this moment");
    expect({ stderr, code }).toEqual({ stderr: "", code: 1 });
  });

  it("leaves nothing behind: no files, no locks, no journals", async () => {
    await using shell = new Shell();
    await configured(shell, ["good"]);
    expect(await shell.run(`${BENCH} --format json`)).toMatchObject({ stderr: "", code: 0 });
    expect([shell.has("buffer"), shell.has("state")]).toEqual([false, false]);
  });

  it("gives programs what was measured, in the configuration's order, and no secret", async () => {
    await using shell = new Shell();
    await configured(shell, ["limited", "good"], { password: "open-sesame" });
    const { stdout } = await shell.run(BENCH);
    const { measured_at, servers } = JSON.parse(stdout);
    expect(new Date(measured_at).getTime()).not.toBeNaN();
    expect(Object.keys(servers)).toEqual(["limited", "good"]);
    expect(servers.limited).toMatchObject({
      failure: null,
      limit: { connections: 2 },
      found: { files: 30, whole: true },
    });
    expect(servers.good.small.map(({ connections }: { connections: number }) => connections)).toEqual([1, 2, 5, 8]);
    expect(stdout).not.toContain("open-sesame");
  });

  it("keeps to a server's own number of connections, and to that of the command line", async () => {
    await using shell = new Shell();
    const own = await configured(shell, ["good"], { connections: 3 });
    await shell.run(BENCH);
    expect(own.get("good")?.connections).toBe(3);
    const given = await configured(shell, ["good"]);
    await shell.run(`${BENCH} --connections-up-to 2`);
    expect(given.get("good")?.connections).toBe(2);
  });

  it("measures the servers that are named, and of several at once each as well", async () => {
    await using shell = new Shell();
    const servers = await configured(shell, ["good", "limited", "empty"]);
    const { stdout, code } = await shell.run(`${BENCH} good limited --except 'emp*' --servers 2 --format json`);
    expect(Object.keys(JSON.parse(stdout).servers)).toEqual(["good", "limited"]);
    expect([code, servers.get("empty")?.connections]).toEqual([0, 0]);
  });

  it("prints only what is proposed as yaml, which the configuration can be mended with", async () => {
    await using shell = new Shell();
    await configured(shell, ["empty"]);
    const { stdout } = await shell.run(`${BENCH} --format yaml`);
    expect(stdout).toMatch(/^# nothing is proposed by ftp-harvest bench, measured \d{4}-.*Z\n$/);
  });

  it("says in yaml, too, why servers failed", async () => {
    await using shell = new Shell();
    await configured(shell, ["empty", "refusing", "unlistable"]);
    const { stdout, code } = await shell.run(`${BENCH} --format yaml`);
    expect(stdout).toMatch(/^# nothing is proposed .*\n# refusing: login: .+\n# unlistable: not_found: .+\n$/);
    expect(code).toBe(1);
  });

  it.each([
    ["ftp-harvest bench nowhere.yaml", "nowhere.yaml"],
    ["ftp-harvest bench cfg.yaml gone", "there is no server `gone`"],
    ["ftp-harvest bench cfg.yaml --for 0", "a duration from 1s to 1h"],
  ])("%s is wrong usage, and nothing is asked of any server", async (command, words) => {
    await using shell = new Shell();
    const servers = await configured(shell, ["good"]);
    const { stdout, stderr, code } = await shell.run(command);
    expect(stderr).toContain(words);
    expect([stdout, code, servers.get("good")?.connections]).toEqual(["", 2, 0]);
  });

  it("Ctrl-C ends it, with what is known of the servers so far", async () => {
    await using shell = new Shell();
    const stuck = shell.own(await startScriptedServer({ files: FILES, on: { RETR: (session) => session.gone() } }));
    const { host, port } = stuck;
    const keys = { host, port, user: "u", password: "p", timeout: "1h" };
    shell.configure({ first: keys, second: keys });
    const running = shell.start("ftp-harvest bench cfg.yaml --for 1h --format json");
    await vi.waitUntil(() => stuck.lines().some((line) => line.startsWith("RETR")), PATIENCE);
    running.signal("SIGINT");
    const { stdout, code } = await running.ended;
    const { first, second } = JSON.parse(stdout).servers;
    expect(first).toMatchObject({ ended_by: "signal", failure: null, found: { files: 30 } });
    expect(second).toMatchObject({ ended_by: "signal", first_login_ms: null });
    expect(code).toBe(130);
  });
});
