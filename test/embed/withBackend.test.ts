import { lastValueFrom, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { type Backend, harvest, openHarvest, report, UsageError, withBackend } from "../../src/index.ts";
import { EmbedWorld } from "./embedWorld.ts";

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
    expect(withBackend({ backend: "auto" }, () => 7)).toBe(7);
  });
});
