import { afterEach, beforeEach, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

const FOLDERS = Array.from({ length: 30 }, (_, n) => `/d${n}/f`);

let shell: Shell;
let server: ScriptedServer;

beforeEach(async () => {
  shell = new Shell();
  server = shell.own(await startScriptedServer({ files: Object.fromEntries(FOLDERS.map((path) => [path, "x"])) }));
});

afterEach(() => shell[Symbol.asyncDispose]());

function configure(keys: Readonly<Record<string, unknown>> = {}): void {
  const { host, port } = server;
  shell.configure({ s: { host, port, user: "u", password: "p", ...keys } });
}

it.each([
  ["one, since ftp-fetch has its own beside it", "ftp-list cfg.yaml", {}, 1],
  ["as many as -j says", "ftp-list cfg.yaml -j 3", {}, 3],
  ["no more than the server's own `connections`", "ftp-list cfg.yaml -j 3", { connections: 2 }, 2],
  ["those of fetching, in one process", "ftp-harvest cfg.yaml -j 4", {}, 4],
  ["those that its step says, in a pipeline without fetching", "ftp-harvest run list.yaml", {}, 2],
])("a listing has connections: %s", async (_, command, keys, connections) => {
  configure(keys);
  shell.write("list.yaml", "name: list\nsteps: [servers: cfg.yaml, list: { jobs: 2 }, tee: listed.ndjson]\n");
  const ran = await shell.run(`${command} > out.ndjson`);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(server.mostConnected).toBe(connections);
});

it("a listing on several connections is the one that it is on one", async () => {
  configure();
  const listing = async (jobs: number) => {
    await shell.run(`ftp-list cfg.yaml -j ${jobs} > ${jobs}.ndjson`);
    return shell.read(`${jobs}.ndjson`).replace(/"(run|by|ms)":[^,}]*/g, "");
  };
  expect(await listing(5)).toBe(await listing(1));
  const ran = await shell.run("ftp-fetch < 5.ndjson | ftp-report");
  expect(resultsOf(ran.stdout)["s"]?.slice(0, 2)).toEqual([0, FOLDERS.length]);
});
