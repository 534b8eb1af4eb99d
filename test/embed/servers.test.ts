import { lastValueFrom, map, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { servers, UsageError } from "../../src/index.ts";
import { EmbedWorld } from "./embedWorld.ts";

async function named(selection: Parameters<typeof servers>[1]): Promise<unknown[]> {
  await using world = await EmbedWorld.open({ b: {}, a1: {}, a2: {} });
  const records = servers(world.config, selection).pipe(
    map((record) => "server" in record && record.server),
    toArray(),
  );
  return await lastValueFrom(records);
}

describe("servers", () => {
  it("come in the configuration's order", async () => {
    expect(await named({})).toEqual(["b", "a1", "a2"]);
  });

  it("are those that are named or match", async () => {
    expect(await named({ only: "a*" })).toEqual(["a1", "a2"]);
    expect(await named({ only: ["a*", "b"], except: "a1" })).toEqual(["b", "a2"]);
    expect(await named({ names: "a2" })).toEqual(["a2"]);
    expect(await named({ names: ["a2", "b"] })).toEqual(["b", "a2"]);
  });

  it("are looked for when somebody subscribes, and a wrong configuration is an error of the stream", async () => {
    const missing = servers("/nowhere/cfg.yaml");
    await expect(lastValueFrom(missing)).rejects.toThrow(UsageError);
    await expect(named({ names: "c" })).rejects.toThrow(UsageError);
    await expect(named({ only: "c*" })).rejects.toThrow("no server matches --only c*");
  });

  it("have options that are looked at once", () => {
    // @ts-expect-error there is none
    expect(() => servers("cfg.yaml", { olny: "a" })).toThrow("servers: unknown option `olny`; did you mean `only`?");
  });
});
