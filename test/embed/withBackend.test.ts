import { lastValueFrom, tap, toArray } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import {
  type Backend,
  fetchFiles,
  harvest,
  listFiles,
  openHarvest,
  report,
  servers,
  UsageError,
  withBackend,
  withSurroundings,
} from "../../src/index.ts";
import { PATIENCE } from "../patience.ts";
import type { Handler } from "../servers/scripted/script.ts";
import { EmbedWorld, files } from "./embedWorld.ts";

describe("withBackend", () => {
  const counted = () => {
    const seen: string[] = [];
    const backend: Backend = { run: async ({ server }) => void seen.push(server) };
    return { seen, backend };
  };

  it("holds for what is made, opened or subscribed to within, also after waits, and for nothing else", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const { seen, backend } = counted();
    const outside = harvest(world.config);
    const made = await withBackend({ backend }, async () => {
      await lastValueFrom(outside.pipe(toArray()));
      await using open = openHarvest(world.config);
      await open.result();
      return { stream: harvest(world.config) };
    });
    expect(seen).toEqual(["a", "a"]);
    await lastValueFrom(made.stream.pipe(toArray()));
    expect(seen).toEqual(["a", "a", "a"]);
    (await lastValueFrom(harvest(world.config).pipe(report()))).close();
    expect(seen).toHaveLength(3);
  });

  it("gives way to an option and to a block within, and stands for what the configuration says", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const [outer, inner, own] = [counted(), counted(), counted()];
    await withBackend({ backend: outer.backend }, async () => {
      await withBackend({ backend: inner.backend }, () => lastValueFrom(harvest(world.config).pipe(toArray())));
      await lastValueFrom(harvest(world.config, { backend: own.backend }).pipe(toArray()));
      await lastValueFrom(harvest(world.config).pipe(toArray()));
    });
    expect([outer.seen, inner.seen, own.seen]).toEqual([["a"], ["a"], ["a"]]);
  });

  it("refuses what is no backend", () => {
    expect(() => withBackend({ threads: 0 }, () => 1)).toThrow(UsageError);
    expect(() => withBackend({ threads: 0 }, () => 1)).toThrow("withBackend: `threads`: expected a whole number");
    const wrong: readonly [choice: unknown, message: string][] = [
      [{ bakend: "threads" }, "withBackend: unknown option `bakend`; did you mean `backend`?"],
      [{ backend: {} }, "withBackend: `backend`: expected inline, threads or auto, found a map"],
      [{ backend: null }, "withBackend: `backend`: expected inline, threads or auto"],
      ["threads", 'withBackend: options are given by name, such as { backend: "threads" }'],
      [null, 'withBackend: options are given by name, such as { backend: "threads" }'],
    ];
    for (const [choice, message] of wrong) {
      // As JavaScript may call it.
      expect(() => withBackend(choice as object, () => 1)).toThrow(new UsageError(message));
    }
    // As above.
    expect(() => harvest("cfg.yaml", { backends: "inline" } as object)).toThrow("did you mean `backend`?");
    expect(() => harvest("cfg.yaml", { backend: [] } as object)).toThrow(
      "harvest: `backend`: expected inline, threads or auto",
    );
    expect(withBackend({ backend: "auto" }, () => 7)).toBe(7);
  });
});

const HANGING: Handler = (session) => (session.count() === 1 ? session.proceed() : undefined);

describe("a harvest in worker threads", () => {
  it("is left with all closed: connections, locks, threads", async () => {
    const scripts = { a: { files: files(9), on: { RETR: HANGING } }, b: { files: files(9), on: { RETR: HANGING } } };
    await using world = await EmbedWorld.open(scripts);
    {
      await using open = openHarvest(world.config, { threads: 2, jobs: 2 });
      for await (const { type } of open) if (type === "download") break;
      expect(world.locks).toEqual([]);
      // The other server's may have come with it.
      expect([1, 2]).toContain((await open.result()).servers.reduce((sum, { fetched }) => sum + fetched, 0));
    }
    await world.closed();
    // A thread's port is closed when the event loop has come round.
    const kept = () => process.getActiveResourcesInfo().some((name) => name === "Worker" || name === "MessagePort");
    await vi.waitUntil(() => !kept(), PATIENCE);
  });

  it("ends when its signal is aborted, and tells what was left undone", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3), on: { RETR: () => {} } } });
    const stop = new AbortController();
    const records = withBackend({ backend: "threads" }, () => harvest(world.config, { signal: stop.signal }));
    const chain = records.pipe(
      tap(({ type }) => type === "listed" && stop.abort()),
      report(),
    );
    using results = await lastValueFrom(chain);
    expect(results.servers).toMatchObject([{ server: "a", result: 1, reasons: ["3 files not started"] }]);
    expect(world.locks).toEqual([]);
    await world.closed();
  });

  it("is not what operators that are put together by hand become, which is said once", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) } });
    const notes: string[] = [];
    const chain = servers(world.config).pipe(
      listFiles(),
      fetchFiles(),
      withSurroundings({ onNote: (note) => void notes.push(note) }),
      toArray(),
    );
    expect(await withBackend({ backend: "threads" }, () => lastValueFrom(chain))).toHaveLength(4);
    expect(notes).toEqual([
      "all work is done in one thread: operators stay where they are subscribed to; `harvest()` is divided",
    ]);
  });
});
