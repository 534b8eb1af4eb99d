import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { AnyRecord } from "../../src/records/record.ts";
import { SHORT_MS } from "../ftp/addressOf.ts";
import { PATIENCE } from "../patience.ts";
import type { Script } from "../servers/scripted/script.ts";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { file, stage } from "./fetch/fetchInput.ts";
import { collect, fieldOf, StageWorld } from "./stageWorld.ts";

type Settings = Omit<Parameters<StageWorld["add"]>[1], "port">;

const NAMES = Array.from({ length: 30 }, (_, index) => `f${index}`);
const FILES = Object.fromEntries(NAMES.map((name) => [`/${name}`, name]));
const INPUT = NAMES.map((name) => file(name, name.length));

/** Fetches files from a server that does what the script says. */
async function fetch(script: Script, settings: Settings, input: readonly AnyRecord[] = INPUT) {
  await using server: ScriptedServer = await startScriptedServer({ files: FILES, ...script });
  using world = new StageWorld();
  world.add("s", { port: server.port, ...settings });
  const records = await collect(input, stage(world));
  const landed = fieldOf(records, "download", "name");
  if (landed.length > 0) expect(readdirSync(join(world.folder, "s")).toSorted()).toEqual(landed.toSorted());
  return { records, landed, failures: records.filter(({ type }) => type === "failure"), server };
}

function asked(server: ScriptedServer, command: string): string[] {
  return server.lines().filter((line) => line.startsWith(command));
}

describe("connections", () => {
  it("a broken connection is replaced and no file of its queue is lost", async () => {
    const { landed, server } = await fetch(
      { on: { RETR: (session) => (session.count() % 4 === 0 ? session.reset() : session.proceed()) } },
      { retries: 3 },
    );
    expect(landed.toSorted()).toEqual(NAMES.toSorted());
    expect(server.connections).toBeGreaterThan(7);
  });

  it.each(["421 Idle for too long.", "421 Shutting down.", "530 Please login with USER and PASS."])(
    "that the server ends with %s cost the session only: the file is fetched on another one",
    async (bye) => {
      const { landed, server } = await fetch(
        { on: { RETR: (session) => (session.count() === 7 ? session.reply(bye) : session.proceed()) } },
        { retries: 0, connections: 1 },
      );
      expect(landed).toHaveLength(NAMES.length);
      expect(server.connections).toBe(2);
    },
  );

  it("that are said to be logged out at one file each time cost that file, not the others", async () => {
    const { landed, failures } = await fetch(
      { on: { RETR: (session, name) => (name === "/f3" ? session.reply("530 Not for you.") : session.proceed()) } },
      { retries: 1, connections: 2 },
    );
    expect(landed).toHaveLength(NAMES.length - 1);
    expect(failures).toMatchObject([{ name: "f3", code: "denied", message: "RETR: 530 Not for you." }]);
  });

  it("a server that does not take commands ahead costs no file and no try", async () => {
    for (const meanwhile of ["450", "500", "lost", "relistens"] as const) {
      const { records, landed, server } = await fetch({ meanwhile }, { retries: 0, timeout_ms: 2 * SHORT_MS });
      expect(landed.toSorted()).toEqual(NAMES.toSorted());
      expect(new Set(fieldOf(records, "download", "attempts"))).toEqual(new Set([1]));
      expect(server.connections).toBeLessThanOrEqual(6);
    }
  });

  it.each([{ maxConnections: 2 }, { maxConnections: 2, resetsSurplus: true }])(
    "of which the server takes fewer than it is asked for cost no file: %o",
    async (script) => {
      const { landed, server } = await fetch(script, { connections: 5, retries: 0 });
      expect(landed).toHaveLength(NAMES.length);
      expect(server.connections).toBeLessThanOrEqual(5);
    },
  );
});

describe("a server that is dead", () => {
  /** It lets everybody in and gives nobody a file. */
  const HANGS: Script = { on: { RETR: (session) => session.gone() } };

  it("a server that stays dead stops costing time", async () => {
    const { failures, server } = await fetch(HANGS, { timeout_ms: SHORT_MS, retries: 5, give_up_after: 4 });
    expect(failures).toHaveLength(NAMES.length);
    for (const { code, message } of failures) {
      expect(code).toBe("timeout");
      expect(message).toMatch(/^given up after 4 failures in a row: no data/);
    }
    // those that were under way when it was given up come to their own end
    expect(asked(server, "RETR").length).toBeLessThanOrEqual(4 + 1);
  });

  it("is told from a file that never comes, among others that do", async () => {
    const hangs = "/f3";
    const { failures, landed } = await fetch(
      { on: { RETR: (session, path) => (path === hangs ? session.gone() : session.proceed()) } },
      { timeout_ms: SHORT_MS, retries: 3, give_up_after: 2 },
    );
    expect(landed).toHaveLength(NAMES.length - 1);
    expect(failures).toMatchObject([{ path: hangs, code: "timeout", attempts: 4 }]);
  });

  it("is told from one that sends a large file while it fails others", async () => {
    const others = INPUT.slice(0, 5);
    const { landed, failures } = await fetch(
      {
        on: {
          RETR: async (session, path) => {
            if (path !== "/large") return session.gone();
            const data = await session.openData();
            session.reply("150 Here.");
            while (session.count("RETR") <= others.length) {
              await data.send("x");
              await sleep(SHORT_MS / 10);
            }
            await data.end();
            session.reply("226 Done.");
          },
        },
      },
      { timeout_ms: SHORT_MS, give_up_after: 3 },
      [file("large", null), ...others],
    );
    expect(landed).toEqual(["large"]);
    for (const { message } of failures) expect(message).toMatch(/^no data/);
  });

  it("is tried again after `give_up_for`, by one file, and then served as before", async () => {
    let dead = true;
    await using server = await startScriptedServer({
      files: FILES,
      on: { RETR: (session) => (dead ? session.reset() : session.proceed()) },
    });
    using world = new StageWorld();
    const settings = { port: server.port, give_up_after: 3, give_up_for_ms: 60_000, connections: 3 };
    world.add("s", settings);
    const fetched = async () => (await collect(INPUT, stage(world))).filter(({ type }) => type === "download").length;
    expect(await fetched()).toBe(0);
    const before = server.connections;
    expect(await fetched()).toBe(0);
    expect(server.connections).toBe(before);
    const now_ms = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(now_ms + 60_001);
    expect(await fetched()).toBe(0);
    expect(server.connections).toBe(before + 1);
    clock.mockReturnValue(now_ms + 120_002);
    dead = false;
    const landed = await fetched();
    clock.mockRestore();
    expect(landed).toBe(NAMES.length);
  });
});

describe("a server that takes too long", () => {
  it("a server's time is limited as a whole", async () => {
    const { failures, landed, server } = await fetch(
      { on: { RETR: (session) => (session.count() <= 5 ? session.proceed() : session.gone()) } },
      { timeout_ms: 3_600_000, server_timeout_ms: 500, retries: 5 },
    );
    expect(landed.length).toBeLessThanOrEqual(5);
    expect(failures).toHaveLength(NAMES.length - landed.length);
    for (const failure of failures) {
      const message = "all work on this server took longer than `server_timeout` (0.5 s)";
      expect(failure).toMatchObject({ code: "timeout", retry: false, message });
    }
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
  });
});
