import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Lease } from "../../src/ftp/lease.ts";
import { Pool } from "../../src/ftp/pool.ts";
import { Fault } from "../../src/records/fault.ts";
import { PATIENCE } from "../patience.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { read, take } from "./openSession.ts";

const NEVER = new AbortController().signal;
const FILES = { "/a.txt": "hello\n" };

const pools: Pool[] = [];

function poolOf(...args: Parameters<typeof addressOf>): Pool {
  const pool = new Pool(addressOf(...args));
  pools.push(pool);
  return pool;
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

/** A file by each of so many who want a session at once. */
async function readMany(pool: Pool, count: number): Promise<string[]> {
  const one = async () => {
    const lease = await pool.lease(NEVER);
    try {
      return await read(lease.session, "/a.txt");
    } finally {
      lease.release();
    }
  };
  return Promise.all(Array.from({ length: count }, one));
}

describe("a pool", () => {
  it("never holds more sessions than `connections`, and serves all who wait", async () => {
    await using server = await startScriptedServer({ files: FILES });
    const pool = poolOf(server, { connections: 3 });
    expect(await readMany(pool, 40)).toHaveLength(40);
    expect(server.mostConnected).toBe(3);
    expect(server.connections).toBe(3);
    expect(pool.size).toBe(3);
  });

  it("logs in once, alone, before it opens more", async () => {
    let allow = () => {};
    const allowed = new Promise<void>((resolve) => {
      allow = resolve;
    });
    await using server = await startScriptedServer({
      files: FILES,
      on: {
        FEAT: async (session) => {
          await allowed;
          await session.proceed();
        },
      },
    });
    const pool = poolOf(server, { connections: 3 });
    const all = readMany(pool, 9);
    await vi.waitUntil(() => server.lines().includes("PASS open-sesame"), PATIENCE);
    expect(server.connections).toBe(1);
    allow();
    await all;
    expect(server.connections).toBe(3);
    expect(server.lines().filter((line) => line === "FEAT")).toHaveLength(1);
    expect(server.lines(2).slice(0, 4)).toEqual(["USER anyone", "PASS open-sesame", "OPTS UTF8 ON", "TYPE I"]);
  });

  describe("that looks for the number of sessions worth having", () => {
    /** Files that each take so long, by so many at once, until there is nothing more to see. */
    async function readWhile(pool: Pool, atOnce: number, goesOn: () => boolean): Promise<void> {
      const reader = async () => {
        while (goesOn()) await readMany(pool, 1);
      };
      await Promise.all(Array.from({ length: atOnce }, reader));
    }

    const FILE_MS = 20;
    const AUTO = { connections: 20, connections_auto: true };

    it("connections are added while they bring more, as far as the server takes them", async () => {
      await using server = await startScriptedServer({
        files: FILES,
        maxConnections: 5,
        on: { RETR: (session) => sleep(FILE_MS).then(() => session.proceed()) },
      });
      const pool = poolOf(server, AUTO);
      await readWhile(pool, 24, () => server.connections < 6);
      expect([pool.size, pool.found]).toEqual([5, 5]);
      expect(server.mostLoggedIn).toBe(5);
    });

    it("connections that bring nothing are given back", async () => {
      let turn = Promise.resolve();
      await using server = await startScriptedServer({
        files: FILES,
        on: {
          // one file at a time, whoever asks
          RETR: (session) => {
            turn = turn.then(() => sleep(FILE_MS / 4));
            return turn.then(() => session.proceed());
          },
        },
      });
      const pool = poolOf(server, AUTO);
      const begun = performance.now();
      let most = 0;
      await readWhile(pool, 24, () => {
        most = Math.max(most, pool.size);
        return pool.size >= most && performance.now() - begun < PATIENCE.timeout;
      });
      expect(pool.size).toBeLessThan(most);
      await vi.waitUntil(() => server.connected === pool.size, PATIENCE);
    });

    it("begins with four, and has no more than it may where that is less", async () => {
      await using server = await startScriptedServer({ files: FILES });
      const pool = poolOf(server, { connections: 2, connections_auto: true });
      await readMany(pool, 40);
      expect([server.mostConnected, pool.found]).toEqual([2, 2]);
      const other = poolOf(server, { ...AUTO, encoding: "gbk" });
      expect(other.found).toBe(4);
    });
  });

  it("lends a session again, and says so", async () => {
    await using server = await startScriptedServer();
    const pool = poolOf(server);
    const first = await pool.lease(NEVER);
    expect(first.reused).toBe(false);
    first.release();
    first.release();
    const second = await pool.lease(NEVER);
    expect([second.reused, second.session === first.session]).toEqual([true, true]);
    first.release(); // a lease that is over ends nobody else's
    expect(pool.size).toBe(1);
    const third = await pool.lease(NEVER);
    expect(third.session).not.toBe(first.session);
  });

  it("replaces an idle session that the server closed", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: {
        CWD(session) {
          session.reply("250 OK");
          session.close();
        },
      },
    });
    const pool = poolOf(server, { connections: 1 });
    const lease = await pool.lease(NEVER);
    await lease.session.enter("/");
    lease.release();
    await vi.waitUntil(() => !lease.session.usable, PATIENCE);
    expect(await readMany(pool, 2)).toHaveLength(2);
    expect(pool.size).toBe(1);
  });

  it.each(["421 Too many connections.", "530 Sorry, the maximum number of clients is connected."])(
    "makes do with what the server takes: %s",
    async (refusal) => {
      await using server = await startScriptedServer({
        files: FILES,
        on: { USER: (session) => (server.connected > 2 ? session.reply(refusal) : session.proceed()) },
      });
      const pool = poolOf(server, { connections: 5 });
      expect(await readMany(pool, 30)).toHaveLength(30);
      expect(pool.size).toBeLessThanOrEqual(2);
      expect(server.connections).toBeLessThanOrEqual(5);
    },
  );

  it("does so too where one connection too many is not even greeted", async () => {
    await using server = await startScriptedServer({ files: FILES, maxConnections: 1 });
    const pool = poolOf(server, { connections: 5 });
    expect(await readMany(pool, 20)).toHaveLength(20);
    expect(pool.size).toBe(1);
  });

  it("a server that took fewer connections is asked for more later", async () => {
    let most = 1;
    await using server = await startScriptedServer({
      files: FILES,
      on: { USER: (session) => (server.connected > most ? session.reply("421 Too many.") : session.proceed()) },
    });
    const pool = poolOf(server, { connections: 3 });
    const now_ms = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(now_ms);
    const lease = await pool.lease(NEVER);
    const second = pool.lease(NEVER);
    const refused = async (connections: number) => {
      await vi.waitUntil(() => server.connections === connections && server.connected === 1, PATIENCE);
    };
    await refused(2);
    // not yet
    const third = pool.lease(NEVER);
    clock.mockReturnValue(now_ms + 299_000);
    const fourth = pool.lease(NEVER);
    expect(server.connections).toBe(2);
    // in vain, and for nobody a failure
    clock.mockReturnValue(now_ms + 301_000);
    const fifth = pool.lease(NEVER);
    await refused(3);
    most = 2;
    clock.mockReturnValue(now_ms + 602_000);
    const sixth = pool.lease(NEVER);
    (await second).release();
    clock.mockRestore();
    lease.release();
    for (const waiting of [third, fourth, fifth, sixth]) (await waiting).release();
    expect(server.connections).toBe(4);
    expect(server.mostConnected).toBe(2);
  });

  it("log-ins to one server are spaced", async () => {
    const began_ms = performance.now();
    const came_ms: number[] = [];
    await using server = await startScriptedServer({
      on: {
        USER(session) {
          came_ms.push(performance.now());
          return session.proceed();
        },
      },
    });
    const pool = poolOf(server, { connections: 2, connect_interval_ms: 60 });
    for (let log_in = 0; log_in < 5; log_in++) {
      const lease = await pool.lease(NEVER);
      lease.session.close();
      lease.release();
    }
    // two at once, then one each interval; Node's timers may be early by a millisecond each
    const earliest_ms = [0, 0, 60, 120, 180];
    expect(came_ms.map((ms, index) => ms - began_ms >= (earliest_ms[index] ?? 0) - 5)).toEqual(Array(5).fill(true));
  });
});

describe("a log-in that fails", () => {
  it("is tried again where that can help, not more often than `retries`", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { USER: (session) => (session.count() <= 2 ? session.close() : session.proceed()) },
    });
    const pool = poolOf(server, { retries: 2 });
    expect(await readMany(pool, 3)).toHaveLength(3);
    expect(server.lines(3)).toContain("PASS open-sesame");
    await using gone = await startScriptedServer({ on: { USER: (session) => session.close() } });
    expect(await faultOf(poolOf(gone, { retries: 2 }).lease(NEVER))).toMatchObject({ code: "cut_off" });
    expect(gone.connections).toBe(3);
  });

  it("for a wrong password is not tried again, and all who wait or come are told at once", async () => {
    await using server = await startScriptedServer({ password: "another" });
    const pool = poolOf(server, { retries: 5 });
    const faults = await Promise.all(Array.from({ length: 20 }, () => faultOf(pool.lease(NEVER))));
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["login"]));
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code: "login" });
    expect(server.connections).toBe(1);
    expect(pool.size).toBe(0);
  });

  it("for too many connections costs no retry while others of the harvest may hold them", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { USER: (session) => (session.count() <= 3 ? session.reply("421 Too many users.") : session.proceed()) },
    });
    const impatient = poolOf(server, { retries: 0 });
    expect(await faultOf(impatient.lease(NEVER))).toMatchObject({ code: "too_many_connections" });
    const patient = poolOf(server, { retries: 0 });
    patient.patience = () => true;
    expect(await readMany(patient, 2)).toHaveLength(2);
  });

  it("for too many connections costs no retry for some minutes where the server has let us in before", async () => {
    let full = false;
    await using server = await startScriptedServer({
      files: FILES,
      on: { USER: (session) => (full ? session.reply("421 Too many users.") : session.proceed()) },
    });
    const pool = poolOf(server, { retries: 0 });
    (await pool.lease(NEVER)).release();
    pool.closeIdle();
    full = true;
    const all = readMany(pool, 2);
    await vi.waitUntil(() => server.connections === 3, PATIENCE);
    full = false;
    expect(await all).toHaveLength(2);
    pool.closeIdle();
    full = true;
    const last = faultOf(pool.lease(NEVER));
    const before = server.connections;
    await vi.waitUntil(() => server.connections > before, PATIENCE);
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 300_001);
    expect(await last).toMatchObject({ code: "too_many_connections" });
    clock.mockRestore();
  });

  it.each([
    ["too_many_connections", { greeting: "421 Too many users." }],
    ["busy", { greeting: "421 Service not available." }],
    ["busy", { maxConnections: 0, resetsSurplus: true }],
  ])("is not waited for any longer when the others are done: %s, %o", async (code, script) => {
    await using server = await startScriptedServer(script);
    const pool = poolOf(server, { retries: 0 });
    let calls = 0;
    pool.patience = () => ++calls < 3;
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code });
    expect(server.connections).toBe(3);
  });

  it("where trying again can help keeps the server from being asked for `give_up_for`, else for good", async () => {
    let refusal = "421 Not now.";
    await using server = await startScriptedServer({
      on: { PASS: (session) => (refusal === "" ? session.proceed() : session.reply(refusal)) },
    });
    const pool = poolOf(server, { give_up_for_ms: 60_000 });
    const now_ms = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(now_ms);
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code: "busy" });
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code: "busy" });
    expect(server.connections).toBe(1);
    clock.mockReturnValue(now_ms + 60_001);
    refusal = "530 Wrong.";
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code: "login" });
    clock.mockReturnValue(now_ms + 600_000);
    refusal = "";
    const last = await faultOf(pool.lease(NEVER));
    clock.mockRestore();
    expect(last).toMatchObject({ code: "login" });
    expect(server.connections).toBe(2);
  });

  it("is tried anew by one session, and the others wait for what comes of its work", async () => {
    let refusal: string | undefined = "421 Not now.";
    await using server = await startScriptedServer({
      on: { PASS: (session) => (refusal === undefined ? session.proceed() : session.reply(refusal)) },
    });
    const pool = poolOf(server, { give_up_for_ms: 1 });
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code: "busy" });
    refusal = undefined;
    await sleep(5);
    const first = await pool.lease(NEVER);
    let served = 0;
    const others = [pool.lease(NEVER), pool.lease(NEVER)].map((lease) => lease.then(() => served++));
    // As long as some log-ins would take.
    await sleep(100);
    expect(served).toBe(0);
    first.succeeded();
    first.release();
    await Promise.all(others);
  });

  it("is over when a large file gets on, long before that is here", async () => {
    let refusal: string | undefined = "421 Not now.";
    await using server = await startScriptedServer({
      on: { PASS: (session) => (refusal === undefined ? session.proceed() : session.reply(refusal)) },
    });
    const pool = poolOf(server, { timeout_ms: SHORT_MS, give_up_for_ms: 1 });
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ code: "busy" });
    refusal = undefined;
    await sleep(5);
    const large = await pool.lease(NEVER, { heard: true });
    const others = await Promise.all([pool.lease(NEVER), pool.lease(NEVER)]);
    expect(large.session.usable).toBe(true);
    expect(others).toHaveLength(2);
  });

  it("is over, too, when a file gets on at last that began before the server was given up", async () => {
    await using server = await startScriptedServer();
    const pool = poolOf(server, { timeout_ms: SHORT_MS, give_up_after: 1, give_up_for_ms: 60_000 });
    const work = { heard: false };
    await pool.lease(NEVER, work);
    const others = [await pool.lease(NEVER, { heard: false }), await pool.lease(NEVER, { heard: false })];
    for (const other of others) other.failed(new Fault("timeout", "no data"));
    for (const other of others) other.release();
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ message: expect.stringMatching(/^given up/) });
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 60_001);
    const waiting = pool.lease(NEVER);
    // it was looked at once, in vain
    await sleep(SHORT_MS * 2.5);
    work.heard = true;
    (await waiting).release();
    clock.mockRestore();
  });

  it("again and again is given up before its retries are used up", async () => {
    await using server = await startScriptedServer({ on: { USER: (session) => session.close() } });
    const fault = await faultOf(poolOf(server, { retries: 100, give_up_after: 4 }).lease(NEVER));
    expect(fault).toMatchObject({
      code: "cut_off",
      message: expect.stringMatching(/^given up after 4 failures in a row/),
    });
    expect(server.connections).toBe(4);
  });

  it("while the others that were on their way come through is no end", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: {
        USER: (session) => (session.connection % 2 === 0 ? session.reply("530 Not you.") : session.proceed()),
        RETR(session) {
          if (session.connection !== 1) return session.proceed();
          return session.reset();
        },
      },
    });
    const pool = poolOf(server, { connections: 3 });
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => readMany(pool, 1)));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });
});

describe("abandoning", () => {
  it("a wait leaves the place to others", async () => {
    await using server = await startScriptedServer();
    const pool = poolOf(server, { connections: 1 });
    const lease = await pool.lease(NEVER);
    const stop = new AbortController();
    const waiting = faultOf(pool.lease(stop.signal));
    const next = pool.lease(NEVER);
    stop.abort();
    expect(await waiting).toMatchObject({ code: "cut_off", message: "abandoned", retry: false });
    expect(await faultOf(pool.lease(stop.signal))).toMatchObject({ message: "abandoned" });
    lease.release();
    (await next).release();
  });

  it.each([
    ["in its middle", []],
    ["when only bytes are still to come", ["226 Done."]],
  ])("a transfer closes its sockets at once, %s", async (_when, final) => {
    let gone = false;
    await using server = await startScriptedServer({
      on: {
        RETR: async (session) => {
          const data = await session.openData();
          session.reply("150 Here.", ...final);
          await data.send("hel");
          await data.gone();
          gone = true;
        },
      },
    });
    const pool = poolOf(server);
    const stop = new AbortController();
    const lease = await pool.lease(stop.signal);
    let begun = false;
    const reading = faultOf(
      take(lease.session, "/a.txt", 1_000, () => {
        begun = true;
      }),
    );
    await vi.waitUntil(() => begun, PATIENCE);
    stop.abort();
    expect(await reading).toMatchObject({ message: "abandoned" });
    lease.release();
    await vi.waitUntil(() => gone && server.connected === 0, PATIENCE);
    expect(pool.size).toBe(0);
  });

  it("the pool closes what is lent, on its way or waiting for a retry", async () => {
    await using server = await startScriptedServer({
      on: {
        USER: (session) => (session.connection === 3 ? session.gone() : session.proceed()),
        PWD: (session) => session.gone(),
      },
    });
    const pool = poolOf(server, { connections: 3 });
    const lent = await pool.lease(NEVER);
    await pool.lease(NEVER);
    const asking = faultOf(lent.session.where());
    const waiting = [pool.lease(NEVER), pool.lease(NEVER)].map(faultOf);
    await vi.waitUntil(() => server.lines(3).includes("USER anyone"), PATIENCE);
    pool.close();
    for (const fault of await Promise.all([asking, ...waiting])) {
      expect(fault).toMatchObject({ message: "abandoned" });
    }
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    expect(await faultOf(pool.lease(NEVER))).toMatchObject({ message: "abandoned" });
    lent.release();
    expect(lent.session.usable).toBe(false);
    const refusing = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(refusing, "listening");
    const address = refusing.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const retrying = poolOf({ host: "127.0.0.1", port }, { retries: 100, retry_delay_ms: 60_000 });
    const retried = faultOf(retrying.lease(NEVER));
    await once(refusing, "connection");
    retrying.close();
    expect(await retried).toMatchObject({ message: "abandoned" });
    refusing.close();
  });

  it("leaves nothing that keeps the process alive, and no warning of listeners", async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => void warnings.push(warning.message);
    process.on("warning", note);
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    await using server = await startScriptedServer({ files: FILES });
    const stop = new AbortController();
    const pool = poolOf(server, { connections: 30, timeout_ms: SHORT_MS * 100 });
    const before = timers();
    const leases: Lease[] = await Promise.all(Array.from({ length: 30 }, () => pool.lease(stop.signal)));
    await Promise.all(leases.map((lease) => read(lease.session, "/a.txt")));
    await vi.waitUntil(() => timers() <= before, PATIENCE);
    for (const lease of leases) lease.release();
    pool.close();
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });
});
