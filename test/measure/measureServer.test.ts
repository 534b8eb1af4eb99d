import { readdirSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { ServerSettings } from "../../src/config/server.ts";
import { closedPort } from "../../src/demo/loopback.ts";
import { Link } from "../../src/ftp/link.ts";
import { type MeasureRequest, measureServer } from "../../src/measure/measureServer.ts";
import { collectGarbage } from "../heap.ts";
import { PATIENCE } from "../patience.ts";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import type { Handler, Script } from "../servers/scripted/script.ts";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { bytesOf, plantFile, plantFiles, readTree, temporaryFolder } from "../servers/trees.ts";
import { StageWorld } from "../stages/stageWorld.ts";

const LARGE = 2 * 1024 * 1024;

/** What may be sent to a server that is measured: nothing that writes, renames or removes. */
const READING = /^(USER|PASS|AUTH|PBSZ|PROT|FEAT|OPTS|TYPE|NOOP|PWD|CWD|EPSV|PASV|MLSD|LIST|RETR|REST|QUIT)\b/;

interface Asked extends Partial<Omit<MeasureRequest, "settings">> {
  readonly settings: Partial<ServerSettings> & { readonly port: number };
}

/** Measures a server, with few bytes that soon have come, and nothing on the disk here. */
async function measure({ settings, ...more }: Asked) {
  using world = new StageWorld();
  world.add("s", { connections: 4, ...settings });
  const measured = await measureServer({
    settings: world.context("bench").settings("/cfg.yaml", "s"),
    configured: 2,
    for_ms: 600_000,
    max_bytes: 60_000,
    overall: new Link(),
    signal: world.stop.signal,
    cpu_ms: () => 0,
    ...more,
  });
  expect(readdirSync(world.folder)).toEqual([]);
  return measured;
}

const silent: Handler = (session) => session.gone();

const agreeThenSilent: Handler = (session) => {
  session.reply("234 Go on.");
  return session.gone();
};

/** Gives it a moment, far less than the server's silence may last; that time is not forgotten when garbage is collected. */
async function measureUntilTime(server: ScriptedServer, settings: Partial<ServerSettings>, for_ms = 300) {
  const asked = { port: server.port, timeout_ms: 60_000, connect_timeout_ms: 60_000, ...settings };
  const measuring = measure({ settings: asked, for_ms });
  await vi.waitUntil(() => server.connections > 0, PATIENCE);
  // A turn of the loop later: what was used in this one is held.
  await setImmediate();
  collectGarbage();
  return measuring;
}

function someFiles(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`/d${index % 3}/f${index}`, "x".repeat(1_000 + index)]),
  );
}

function numbersIn(readings: readonly { readonly connections: number }[]): number[] {
  return readings.map(({ connections }) => connections);
}

describeServers(SERVER_KINDS, (kind) => {
  it("is measured with small and large files, over as many connections as it takes, and stays as it is", async () => {
    using data = temporaryFolder();
    plantFiles(data.path, { count: 40, sizes: [0, 4_096, 20_000] });
    plantFile(data.path, "large.bin", bytesOf("large", LARGE));
    const before = readTree(data.path);
    await using server = await startServer({ kind, root: data.path, maxPerIp: 2, tls: "explicit" });
    const { host, port, user, password, ca } = server;
    const settings = { host, port, user, password, ca, secure: "explicit" } as const;
    // The tenth that the last step leaves is more than what is read at once beyond the ends of all steps.
    const measured = await measure({ settings, max_bytes: 10_000_000 });
    expect(measured).toMatchObject({ failure: null, limit: { connections: 2 }, rest: true, mlsd: kind !== "vsftpd" });
    expect(measured.limit?.message).not.toBe("");
    expect(measured.found).toMatchObject({ files: 41, whole: true, largest_size: LARGE });
    expect([numbersIn(measured.small), numbersIn(measured.large)]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(measured.small.every(({ files }) => files > 0)).toBe(true);
    expect(measured.large.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(readTree(data.path)).toEqual(before);
  });
});

describe("a measurement", () => {
  it("only reads: these are all commands that a server sees", async () => {
    await using server = await startScriptedServer({ files: { ...someFiles(), "/big": "x".repeat(LARGE) } });
    await measure({ settings: { port: server.port }, max_bytes: 150_000 });
    const lines = server.lines();
    expect(lines.filter((line) => !READING.test(line))).toEqual([]);
    expect(lines.some((line) => line.startsWith("RETR"))).toBe(true);
    await vi.waitUntil(() => server.openSockets === 0, PATIENCE);
  });

  it("opens no more connections than it may, and after a refusal asks for none", async () => {
    await using open = await startScriptedServer({ files: someFiles() });
    await measure({ settings: { port: open.port, connections: 3 } });
    expect([open.connections, open.mostConnected]).toEqual([3, 3]);
    await using limited = await startScriptedServer({ files: someFiles(), maxConnections: 2 });
    const measured = await measure({ settings: { port: limited.port, connections: 8 } });
    expect(limited.connections).toBe(3);
    expect(measured.limit).toEqual({ connections: 2, message: expect.stringContaining("Too many connections") });
    expect(numbersIn(measured.small)).toEqual([1, 2]);
  });

  it("of a server with a limit of one is one with one", async () => {
    await using server = await startScriptedServer({ files: someFiles(), maxConnections: 1 });
    const measured = await measure({ settings: { port: server.port } });
    expect(measured).toMatchObject({ failure: null, limit: { connections: 1 } });
    expect(numbersIn(measured.small)).toEqual([1]);
  });

  it("takes no more bytes than it may", async () => {
    await using server = await startScriptedServer({ files: { "/big": "x".repeat(LARGE) } });
    const measured = await measure({ settings: { port: server.port }, max_bytes: 500_000 });
    const bytes = measured.large.reduce((sum, reading) => sum + reading.bytes, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(500_000 + 4 * 256 * 1024);
  });

  it.concurrent.each(["rate", "overall_rate"])("keeps to `%s`", async (rate) => {
    await using server = await startScriptedServer({ files: { "/big": "x".repeat(LARGE) } });
    const began_ms = performance.now();
    const asked = { port: server.port, [rate]: 400_000 };
    // A fifth of it is for listing: enough for a busy machine.
    const measured = await measure({ settings: asked, for_ms: 6_000, max_bytes: 100_000_000 });
    const seconds = (performance.now() - began_ms) / 1000;
    const bytes = measured.large.reduce((sum, reading) => sum + reading.bytes, 0);
    expect(bytes).toBeGreaterThan(0);
    // However long it took. What is read at once may be ahead of its time.
    expect(bytes).toBeLessThan(400_000 * seconds + 100_000);
  });

  it("lists a part of a tree that has no end", async () => {
    const list = { "/": ["drwxr-xr-x 2 u g 0 Jan 1 2024 deeper", "-rw-r--r-- 1 u g 3 Jan 1 2024 f"] };
    const deep = Object.fromEntries(
      Array.from({ length: 200 }, (_, depth) => [`/${"deeper/".repeat(depth + 1)}`.slice(0, -1), list["/"]]),
    );
    await using server = await startScriptedServer({ list: { ...list, ...deep } });
    const measured = await measure({ settings: { port: server.port } });
    expect(measured.found?.whole).toBe(false);
    expect(server.lines().filter((line) => line.startsWith("LIST")).length).toBeLessThan(150);
  });

  it("lists a part of a folder that has no end, and goes on with another session", async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `-rw-r--r-- 1 u g 3 Jan 1 2024 f${index}`);
    await using server = await startScriptedServer({ files: { "/f1": "abc" }, list: { "/": many }, maxConnections: 1 });
    const measured = await measure({ settings: { port: server.port } });
    expect(measured.found).toMatchObject({ whole: false, entries: 5_000 });
    expect(measured.first_login_ms).not.toBeNull();
    expect(server.connections).toBeGreaterThan(1);
  });

  it("tells a server without REST", async () => {
    for (const rest of ["refused", "ignored"] as const) {
      await using server = await startScriptedServer({ files: { "/f": "x".repeat(100_000) }, rest });
      expect(await measure({ settings: { port: server.port } })).toMatchObject({ rest: false, failure: null });
    }
  });

  it("leaves out files that can't be had", async () => {
    const RETR: Handler = (session, name) =>
      name.endsWith("f1") ? session.reply("550 Not this one.") : session.proceed();
    await using server = await startScriptedServer({ files: someFiles(), on: { RETR } });
    const measured = await measure({ settings: { port: server.port } });
    expect(measured.failure).toBeNull();
    expect(server.lines().filter((line) => line.endsWith("/f1")).length).toBeLessThan(10);
  });
});

describe("what can't be measured is said", () => {
  it.each([
    ["a wrong password", { user: "me", password: "right" }, "login"],
    ["a server that is busy", { greeting: "421 Not now." }, "busy"],
    ["a folder that can't be listed", { on: { CWD: "550 No.", MLSD: "550 No.", LIST: "550 No." } }, "not_found"],
    ["no file that can be had", { files: { "/f": "x" }, on: { RETR: "550 No." } }, "not_found"],
  ] as const)("%s", async (_, script, code) => {
    await using server = await startScriptedServer(script);
    expect((await measure({ settings: { port: server.port } })).failure?.code).toBe(code);
  });

  it("a server that is not there", async () => {
    const measured = await measure({ settings: { port: await closedPort() } });
    expect(measured).toMatchObject({ failure: { code: "connect_refused" }, first_login_ms: null, small: [] });
  });

  it.each<[string, Script, Partial<ServerSettings>]>([
    ["nothing at all", { greeting: null }, {}],
    ["nothing of TLS", { on: { AUTH: agreeThenSilent } }, { secure: "explicit" }],
    ["nothing to AUTH", { on: { AUTH: silent } }, { secure: "explicit" }],
    ["nothing to a password", { on: { PASS: silent } }, {}],
  ])("a server that says %s, when its time is over and memory was cleaned meanwhile", async (_, script, settings) => {
    await using server = await startScriptedServer(script);
    const measured = await measureUntilTime(server, settings);
    expect(measured).toMatchObject({ ended_by: "time", failure: { code: "timeout" }, first_login_ms: null });
  });

  it.concurrent.each<[string, Script]>([
    ["NOOP", { on: { NOOP: silent } }],
    ["a listing", { on: { MLSD: silent, LIST: silent } }],
    ["a data connection", { on: { EPSV: silent } }],
    ["a file", { on: { RETR: silent } }],
  ])("a server that falls silent at %s, with what is known when its time is over", async (_, script) => {
    await using server = await startScriptedServer({ files: someFiles(), ...script });
    // Enough that a busy machine lists some files in the fifth of it that listing has.
    const measured = await measureUntilTime(server, {}, 8_000);
    expect(measured).toMatchObject({ ended_by: "time", failure: null, first_login_ms: expect.any(Number) });
  });

  it("an empty server, which is no failure", async () => {
    await using server = await startScriptedServer();
    const measured = await measure({ settings: { port: server.port } });
    expect(measured).toMatchObject({ failure: null, found: { files: 0, whole: true }, small: [], large: [] });
    expect(server.connections).toBe(1);
  });
});

it("a signal ends it at once, with what is known by then", async () => {
  const stop = new AbortController();
  const RETR: Handler = (session) => {
    stop.abort();
    return session.gone();
  };
  await using server = await startScriptedServer({ files: someFiles(), on: { RETR } });
  const asked = { settings: { port: server.port, timeout_ms: 600_000 }, for_ms: 600_000, signal: stop.signal };
  const measured = await measure(asked);
  expect(measured).toMatchObject({ ended_by: "signal", failure: null, found: { files: 30 } });
  expect(measured.round_trip_ms).not.toBeNull();
});
