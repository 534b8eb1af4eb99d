import { hrtime } from "node:process";
import { describe, expect, it, vi } from "vitest";
import { Link } from "../../src/ftp/link.ts";
import { newOverall } from "../../src/ftp/poolShares.ts";
import { Pools } from "../../src/ftp/pools.ts";
import { PATIENCE } from "../patience.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { read } from "./openSession.ts";

const NEVER = new AbortController().signal;

describe("the pools of a process", () => {
  it("are one a server, for all stages; the last that is done closes its sessions", async () => {
    await using server = await startScriptedServer();
    const pools = new Pools();
    const list = pools.use(addressOf(server));
    const fetch = pools.use(addressOf(server));
    expect(list.pool).toBe(fetch.pool);
    (await list.pool.lease(NEVER)).release();
    list.end();
    list.end();
    const lease = await fetch.pool.lease(NEVER);
    expect(lease.reused).toBe(true);
    lease.release();
    fetch.end();
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    const later = pools.use(addressOf(server));
    expect(later.pool).toBe(list.pool);
    const again = await later.pool.lease(NEVER);
    expect(again.reused).toBe(false);
    again.release();
    later.end();
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    // what the server has was asked once
    expect(server.lines().filter((line) => line === "FEAT")).toHaveLength(1);
  });

  it("book the bytes of files on one link a host and port, and on one for all servers, which other threads share", async () => {
    const files = { "/a": "x".repeat(10_000) };
    await using near = await startScriptedServer({ files });
    await using far = await startScriptedServer({ files });
    const overall = newOverall();
    const pools = new Pools({ overall });
    expect(pools.overall).toBe(overall);
    const before_ns = hrtime.bigint();
    const limits = { rate: 1e9, overall_rate: 1e6 };
    for (const [server, other] of [[near, {}] as const, [near, { encoding: "gbk" }] as const, [far, {}] as const]) {
      const { pool, end } = pools.use(addressOf(server, { ...limits, ...other }));
      const { session, release } = await pool.lease(NEVER);
      expect(await read(session, "/a")).toHaveLength(10_000);
      release();
      end();
    }
    // 30,000 bytes at 1 MB/s
    expect((new BigInt64Array(overall)[0] ?? 0n) - before_ns).toBeGreaterThanOrEqual(30_000_000n);
    pools.close();
  });

  it("know a host by its name, however that is written", async () => {
    await using server = await startScriptedServer({ files: { "/a": "x".repeat(10_000) } });
    const booked = vi.spyOn(Link.prototype, "book");
    const pools = new Pools();
    try {
      const names = [{ host: "localhost" }, { host: "LocalHost" }, { host: "LOCALHOST", encoding: "gbk" }];
      const uses = names.map((name) => pools.use(addressOf(server, { ...name, rate: 1e9 })));
      expect(new Set(uses.map(({ pool }) => pool)).size).toBe(2);
      for (const { pool } of uses) {
        const { session, release } = await pool.lease(NEVER);
        await read(session, "/a");
        release();
      }
      expect(booked.mock.calls.length).toBeGreaterThanOrEqual(3);
      expect(new Set(booked.mock.contexts).size).toBe(1);
    } finally {
      booked.mockRestore();
      pools.close();
    }
  });

  it("count what comes from servers with `connections: auto` where other threads see it", async () => {
    await using server = await startScriptedServer({ files: { "/a": "x".repeat(10_000) } });
    const overall = newOverall();
    const pools = new Pools({ overall });
    const { pool } = pools.use(addressOf(server, { connections_auto: true }));
    const { session, release } = await pool.lease(NEVER);
    await read(session, "/a");
    release();
    expect(new Pools({ overall }).auto.done_bytes).toBeGreaterThanOrEqual(10_000);
    pools.close();
  });

  it("know what they have learned of a server when somebody comes back to it, for fewer sessions and then for more", async () => {
    await using server = await startScriptedServer({ maxConnections: 1 });
    const pools = new Pools();
    const first = pools.use(addressOf(server));
    await first.pool.lease(NEVER);
    const surplus = faultOf(first.pool.lease(NEVER));
    await vi.waitUntil(() => server.connections === 2 && server.connected === 1, PATIENCE);
    first.end();
    expect(await surplus).toMatchObject({ message: "abandoned" });
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    pools.use(addressOf(server, { connections: 1 })).end();
    const later = pools.use(addressOf(server));
    const lease = await later.pool.lease(NEVER);
    const next = later.pool.lease(NEVER);
    expect(later.pool.size).toBe(1);
    lease.release();
    (await next).release();
    expect(server.connections).toBe(3);
    pools.close();
  });

  it("wait for a server that takes no more only where no user of theirs would be waited for", async () => {
    await using server = await startScriptedServer({ on: { USER: "421 Too many connections." } });
    const pools = new Pools();
    const address = addressOf(server);
    const list = pools.use(address);
    let inputOpen = true;
    pools.use(address, () => inputOpen);
    expect(await faultOf(list.pool.lease(NEVER))).toMatchObject({ code: "too_many_connections" });
    pools.close();
    const before = server.connections;
    const fetch = pools.use(address, () => inputOpen);
    const waiting = faultOf(fetch.pool.lease(NEVER));
    await vi.waitUntil(() => server.connections > before + 2, PATIENCE);
    inputOpen = false;
    expect(await waiting).toMatchObject({ code: "too_many_connections" });
    pools.close();
  });

  it("go on counting a server's time when somebody comes back to it", async () => {
    await using server = await startScriptedServer();
    const pools = new Pools();
    const address = addressOf(server, { server_timeout_ms: 1_000_000 });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const first = pools.use(address);
      (await first.pool.lease(NEVER)).release();
      first.end();
      vi.advanceTimersByTime(900_000);
      const { pool } = pools.use(address);
      const { session } = await pool.lease(NEVER);
      vi.advanceTimersByTime(100_000);
      const over = { code: "timeout", retry: false, message: expect.stringContaining("`server_timeout` (1000 s)") };
      expect(await faultOf(session.where())).toMatchObject(over);
      expect(await faultOf(pool.lease(NEVER))).toMatchObject(over);
    } finally {
      vi.useRealTimers();
      pools.close();
    }
  });

  it("let as many sessions as those who come back ask for, unless the server took fewer", async () => {
    await using server = await startScriptedServer();
    const pools = new Pools();
    const first = pools.use(addressOf(server, { connections: 1 }));
    (await first.pool.lease(NEVER)).release();
    first.end();
    const { pool } = pools.use(addressOf(server, { connections: 3 }));
    await Promise.all([pool.lease(NEVER), pool.lease(NEVER), pool.lease(NEVER)]);
    expect(pool.size).toBe(3);
    pools.close();
  });

  it("are apart for other users, other passwords and other trust", () => {
    const pools = new Pools();
    const address = addressOf({ host: "127.0.0.1", port: 1 });
    const others = [{ user: "other" }, { password: "other" }, { secure: "implicit" as const }, { insecure: true }];
    const all = [{}, ...others].map((other) => pools.use({ ...address, ...other }).pool);
    expect(new Set(all).size).toBe(5);
    pools.close();
  });

  it("close with all their sessions", async () => {
    await using server = await startScriptedServer();
    const pools = new Pools();
    const use = pools.use(addressOf(server));
    await use.pool.lease(NEVER);
    pools.close();
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    expect(await faultOf(use.pool.lease(NEVER))).toMatchObject({ message: "abandoned" });
    use.end();
  });
});
