import { setImmediate as turn } from "node:timers/promises";
import { concat, filter, lastValueFrom, map, take, tap, toArray } from "rxjs";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { type Backend, harvest, inlineBackend, iterate, report, UsageError } from "../../src/index.ts";
import { PATIENCE } from "../patience.ts";
import type { Handler } from "../servers/scripted/script.ts";
import { EmbedWorld, files } from "./embedWorld.ts";

describe("harvest", () => {
  it("lists and fetches all servers", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) }, b: { user: "x", password: "x" } });
    const result = await lastValueFrom(harvest(world.config, { jobs: 2 }).pipe(report()));
    expect([...result].map(([server, itsResult, count]) => [server, itsResult, count])).toEqual([
      ["a", 0, 3],
      ["b", 1, 0],
    ]);
    result.close();
    expect(world.landed("a")).toEqual(["f0", "f1", "f2"]);
    expect(world.server("a").mostConnected).toBeLessThanOrEqual(2);
    await world.closed();
  });

  it("takes the options of its parts", async () => {
    await using world = await EmbedWorld.open({
      a: { files: { "/x.csv": "1", "/y.txt": "2" } },
      b: { files: files(1) },
    });
    const to = `${world.folder}/elsewhere`;
    const chain = harvest(world.config, { include: "*.csv", to, except: "b", env: { HOME: "/" } });
    const locals = chain.pipe(
      filter((record) => record.type === "download"),
      map(({ local }) => local),
      toArray(),
    );
    expect(await lastValueFrom(locals)).toEqual([`${to}/a/x.csv`]);
    expect(world.server("b").connections).toBe(0);
  });

  it("is a new harvest for each that subscribes", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) } });
    const chain = harvest(world.config);
    const records = await lastValueFrom(concat(chain, chain).pipe(toArray()));
    expect(new Set(records.map(({ run }) => run)).size).toBe(2);
    expect(records.filter(({ type }) => type === "download")).toMatchObject([
      { status: "fetched" },
      { status: "unchanged" },
    ]);
  });

  it("looks at its options at once and at its configuration at subscription", async () => {
    expect(() => harvest("cfg.yaml", { jobs: -1 })).toThrow("harvest: `jobs`: expected a whole number");
    await expect(lastValueFrom(harvest("/nowhere/cfg.yaml"))).rejects.toThrow(UsageError);
    expectTypeOf(harvest)
      .parameter(1)
      .extract<object>()
      .toHaveProperty("signal")
      .toEqualTypeOf<AbortSignal | undefined>();
  });

  it("works where its backend says", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) }, b: {} });
    const seen: string[] = [];
    const backend: Backend = {
      run(server, steps, request) {
        seen.push(`${server.server} ${steps.length} ${request.epoch}`);
        return inlineBackend.run(server, steps, request);
      },
    };
    await lastValueFrom(harvest(world.config, { backend }));
    expect(seen).toEqual(["a 2 1", "b 2 1"]);
  });

  it("closes everything when nobody listens any more", async () => {
    const hanging: Handler = (session) => (session.count() === 1 ? session.proceed() : undefined);
    await using world = await EmbedWorld.open({
      a: { files: files(9), on: { RETR: hanging } },
      b: { files: files(3) },
    });
    const first = harvest(world.config).pipe(
      filter((record) => record.type === "download" && record.server === "a"),
      take(1),
    );
    await lastValueFrom(first);
    await world.closed();
    await vi.waitUntil(() => world.locks.length === 0, PATIENCE);
    await vi.waitUntil(() => world.landed("a").length === 1, PATIENCE);
  });

  it("ends when its signal is aborted, and tells what was left undone", async () => {
    const hanging: Handler = () => {};
    await using world = await EmbedWorld.open({
      a: { files: files(4), on: { RETR: hanging } },
      b: { files: files(4) },
    });
    const stop = new AbortController();
    const chain = harvest(world.config, { signal: stop.signal, servers: 1 }).pipe(
      tap(({ type }) => type === "listed" && stop.abort()),
      report(),
    );
    const result = await lastValueFrom(chain);
    expect([...result].map(([server, itsResult, count]) => [server, itsResult, count])).toEqual([
      ["a", 1, 0],
      ["b", 1, 0],
    ]);
    result.close();
    await world.closed();
    expect(world.locks).toEqual([]);
  });

  it("lets its backend wait for a slow loop", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    let made = 0;
    const endless: Backend = {
      async run(_, __, { emit, signal }) {
        for (; !signal.aborted; made++) await emit({ type: "x" });
      },
    };
    let taken = 0;
    let ahead = 0;
    for await (const _ of iterate(harvest(world.config, { backend: endless }))) {
      if (++taken % 10 === 0) await turn();
      ahead = Math.max(ahead, made - taken);
      if (taken === 5_000) break;
    }
    expect(ahead).toBeGreaterThan(500);
    expect(ahead).toBeLessThan(1_200);
  });
});
