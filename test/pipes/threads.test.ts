import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closedPort } from "../../src/demo/loopback.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { PATIENCE } from "../patience.ts";
import { ROOT } from "../readme/readmeFolder.ts";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import type { Handler } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { filesOf, plantFiles, plantOddNames, readTree, temporaryFolder } from "../servers/trees.ts";
import { landed, nothing, recordsOf, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

const data = temporaryFolder();

beforeAll(() => {
  const plain = join(data.path, "plain");
  mkdirSync(plain);
  plantFiles(plain, { count: 40 });
  plantOddNames(data.path);
});

afterAll(() => data[Symbol.dispose]());

const PIPELINE =
  "steps:\n  - servers: cfg.yaml\n  - list\n  - filter: { min_size: 0 }\n  - fetch: { checksum: true }\n";

/** What a run says of itself, and what takes time. */
const ITS_OWN = ["run", "by", "ms", "local", "buffer_path"];

/** A server's records in their order where one connection does all, without what is each run's own. */
function told(records: readonly AnyRecord[], server: string): string[] {
  const its = records.filter((record) => record["server"] === server);
  return its.map((record) => JSON.stringify(record, (key, value) => (ITS_OWN.includes(key) ? undefined : value)));
}

describeServers(SERVER_KINDS, (kind) => {
  it("threads bring what one thread does, in order for each server, with odd names and a dead server among them", async () => {
    const isTls = kind === "vsftpd";
    await using server = await startServer({ kind, root: data.path, ...(isTls ? { tls: "explicit" } : {}) });
    await using shell = new Shell();
    const { host, port, user, password } = server;
    shell.write("ca.pem", server.ca);
    const keys = { host, port, user, password, ...(isTls ? { secure: "explicit", ca: "ca.pem" } : {}) };
    const dead = { host: "127.0.0.1", port: await closedPort(), user: "u", password: "p" };
    shell.configure({ one: keys, dead, two: { ...keys, path: "/plain" } }, { connections: 1 });
    shell.write("p.yaml", PIPELINE);
    const inline = await shell.run("ftp-harvest run p.yaml --backend inline");
    expect(inline.stderr).toBe("");
    const tree = filesOf(readTree(shell.buffer));
    await shell.run("rm -rf buffer");
    const threads = await shell.run("ftp-harvest run p.yaml --backend threads --threads 2");
    expect({ code: threads.code, stderr: threads.stderr }).toEqual({ code: inline.code, stderr: inline.stderr });
    const [here, there] = [recordsOf(inline.stdout), recordsOf(threads.stdout)];
    for (const name of ["one", "dead", "two"]) expect(told(there, name)).toEqual(told(here, name));
    expect(told(there, "one").length).toBeGreaterThan(100);
    expect(new Set(there.map(({ run, by }) => `${run} ${by}`)).size).toBe(1);
    expect(filesOf(readTree(shell.buffer))).toEqual(tree);
    const again = await shell.run("ftp-harvest cfg.yaml --backend threads");
    expect(Object.keys(resultsOf(again.stdout))).toEqual(["one", "dead", "two"]);
    expect(resultsOf(again.stdout)["two"]).toEqual([0, 0, join(shell.buffer, "two"), []]);
  });
});

/** Servers of nine files each, the second of which never comes. */
async function hanging(shell: Shell, count: number, defaults: Parameters<Shell["configure"]>[1] = {}) {
  const RETR: Handler = (session) => (session.count() === 1 ? session.proceed() : undefined);
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/f${n}`, `file ${n}`]));
  const servers = await Promise.all(
    Array.from({ length: count }, async () => shell.own(await startScriptedServer({ files, on: { RETR } }))),
  );
  const keys = servers.map(({ host, port }) => ({ host, port, user: "u", password: `\${FTP_PASSWORD}` }));
  shell.configure(Object.fromEntries(keys.map((its, n) => [`s${n}`, its])), defaults);
  return servers;
}

describe("a harvest in threads", () => {
  it("tells all that was finished when it is signalled, closes its connections and gives its locks back", async () => {
    await using shell = new Shell();
    const servers = await hanging(shell, 3);
    const running = shell.start("ftp-harvest cfg.yaml --threads 2 > result.json", { FTP_PASSWORD: "p" });
    while (landed(shell.buffer).filter((name) => /\/f\d$/.test(name)).length < servers.length) await wait(5);
    running.signal("SIGINT");
    expect((await running.ended).codes).toEqual([130]);
    expect(Object.values(resultsOf(shell.read("result.json"))).map(([result, count]) => [result, count])).toEqual(
      Array(3).fill([1, 1]),
    );
    expect(landed(shell.buffer).filter((name) => name.includes("fh-lock"))).toEqual([]);
    await vi.waitUntil(() => servers.every(({ openSockets }) => openSockets === 0), PATIENCE);
  });

  it("ends early, and quietly, when a step behind it has enough", async () => {
    await using shell = new Shell();
    const servers = await hanging(shell, 3);
    shell.write("p.yaml", "backend: threads\nsteps:\n  - servers: cfg.yaml\n  - list\n  - limit: 2\n  - fetch\n");
    const { code, stdout, stderr } = await shell.run("ftp-harvest run p.yaml --set limit=1", { FTP_PASSWORD: "p" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(recordsOf(stdout).filter(({ type }) => type === "download")).toHaveLength(1);
    await vi.waitUntil(() => servers.every(({ openSockets }) => openSockets === 0), PATIENCE);
  });

  it("ends quietly when its reader leaves", async () => {
    await using shell = new Shell();
    // All records may be in the pipe before its reader leaves: that is noticed with the next one, which comes of the silence.
    await hanging(shell, 2, { timeout: "2s" });
    shell.write("p.yaml", "backend: threads\nsteps:\n  - servers: cfg.yaml\n  - list\n  - fetch\n");
    const { codes, stderr } = await shell.run("ftp-harvest run p.yaml | head -1", { FTP_PASSWORD: "p" });
    expect(stderr).toBe("");
    expect(codes[1]).toBe(0);
    expect(landed(shell.buffer).filter((name) => name.includes("fh-lock"))).toEqual([]);
  });

  it("in a dozen threads says no more than in one", async () => {
    await using shell = new Shell();
    const port = await closedPort();
    const dead = Array.from({ length: 12 }, (_, n) => [`s${n}`, { host: `127.0.0.${n + 1}`, port, retries: 0 }]);
    shell.configure(Object.fromEntries(dead));
    const { code, stdout, stderr } = await shell.run("ftp-harvest cfg.yaml --threads 12");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(Object.values(resultsOf(stdout)).map(([result]) => result)).toEqual(Array(12).fill(1));
  });

  it("reads secrets where the work is done, and shows them nowhere", async () => {
    await using shell = new Shell();
    const echo = shell.own(
      await startScriptedServer({ on: { PASS: (session, password) => session.reply(`530 Wrong: ${password}`) } }),
    );
    shell.configure({ a: { host: echo.host, port: echo.port, user: "u", password: `\${FTP_PASSWORD}` } });
    shell.write("p.yaml", "backend: threads\nsteps:\n  - servers: cfg.yaml\n  - list\n");
    const ran = await shell.run("ftp-harvest run p.yaml -v", { FTP_PASSWORD: "s3cr3t-w0rd" });
    expect(ran.code).toBe(1);
    expect(echo.lines()).toContain("PASS s3cr3t-w0rd");
    expect(ran.stdout + ran.stderr).toContain("530 Wrong");
    expect(ran.stdout + ran.stderr + (await shell.run("cat state/runs/*/*")).stdout).not.toContain("s3cr3t-w0rd");
  });

  it("says why it does all in one thread where it must", async () => {
    await using shell = new Shell();
    const server = shell.own(await startScriptedServer({ files: { "/a": "a" } }));
    shell.configure({ a: { host: server.host, port: server.port, user: "u", password: "p" } });
    const why = async (script: string) => {
      const { code, stderr } = await shell.run(script);
      expect(code).toBe(0);
      return stderr.replace(/^.*?: /, "").trim();
    };
    const one = "all work is done in one thread";
    expect(await why("ftp-harvest cfg.yaml --threads 2 --keep-order")).toBe(`${one}: \`keep_order\` is asked for`);
    expect(await why("ftp-harvest <(cat cfg.yaml) --threads 2 --to buffer")).toBe(
      `${one}: the configuration is a pipe, which can be read only once`,
    );
    shell.write("p.yaml", "threads: 2\nsteps: [servers: cfg.yaml, list, fetch]\n");
    expect(await why("ftp-harvest run p.yaml --trace t")).toBe(
      `${one}: \`--trace\` looks at the records between the steps`,
    );
    expect(await why("ftp-harvest run p.yaml --backend inline --trace t")).toBe("");
    expect(await why("ftp-harvest run p.yaml --backend auto --trace t")).toBe("");
  });

  it("is chosen by the command line, else by the pipeline, else by the configuration", async () => {
    await using shell = new Shell();
    const server = shell.own(await startScriptedServer({ files: { "/a": "a" } }));
    const servers = { a: { host: server.host, port: server.port, user: "u", password: "p" } };
    shell.write("cfg.yaml", JSON.stringify({ backend: "threads", buffer_path: "./buffer", servers }));
    symlinkSync(join(ROOT, "node_modules"), shell.path("node_modules"));
    shell.write(
      "thread.mjs",
      `import { isMainThread } from "node:worker_threads"; import { map } from "rxjs";
export const thread = { name: "thread", summary: "s", scope: "server", options: {}, examples: [],
  operator: () => map((record) => ({ ...record, thread: isMainThread ? "main" : "worker" })) };`,
    );
    const pipeline = (keys: string) =>
      shell.write("p.yaml", `${keys}stages: [./thread.mjs]\nsteps: [servers: cfg.yaml, thread]\n`);
    const where = async (flags = "") => {
      const { stdout } = await shell.run(`ftp-harvest run p.yaml ${flags}`);
      return recordsOf(stdout)[0]?.["thread"];
    };
    pipeline("");
    expect(await where()).toBe("worker");
    pipeline("backend: inline\n");
    expect(await where()).toBe("main");
    expect(await where("--backend threads")).toBe("worker");
  });

  it("fails as one thread does when a stage of somebody's own ends its thread: what came before is told", async () => {
    await using shell = new Shell();
    const server = shell.own(await startScriptedServer({ files: { "/a": "a" } }));
    shell.configure({ a: { host: server.host, port: server.port, user: "u", password: "p" } });
    symlinkSync(join(ROOT, "node_modules"), shell.path("node_modules"));
    shell.write(
      "exits.mjs",
      `import { tap } from "rxjs";
export const exits = { name: "exits", summary: "s", scope: "server", options: {}, examples: [],
  operator: () => tap(({ type }) => type === "listed" && process.exit(9)) };`,
    );
    shell.write(
      "p.yaml",
      "threads: 1\nstages: [./exits.mjs]\nsteps: [servers: cfg.yaml, list, exits, fetch, report]\n",
    );
    const ran = await shell.run("ftp-harvest run p.yaml");
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain("a worker thread is gone: it ended with code 9");
    expect(resultsOf(ran.stdout)).toEqual({ a: nothing(shell, "a") });
  });
});
