import { filter, lastValueFrom, map, type OperatorFunction, toArray } from "rxjs";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type AnyRecord,
  defineStage,
  type HarvestRecord,
  kinds,
  listFiles,
  operatorOf,
  type StageOperator,
  servers,
  UsageError,
} from "../../src/index.ts";
import { atLeast, atLeastStage } from "./atLeast.ts";
import { EmbedWorld } from "./embedWorld.ts";

describe("a third party's stage", () => {
  it("is an operator among ours", async () => {
    await using world = await EmbedWorld.open({ a: { files: { "/small": "1", "/large": "12345" } } });
    const names = servers(world.config).pipe(
      listFiles(),
      atLeast({ size: "2B" }),
      filter((record) => record.type === "file"),
      map(({ name }) => name),
      toArray(),
    );
    expect(await lastValueFrom(names)).toEqual(["large"]);
  });

  it("takes its main option alone", async () => {
    await using world = await EmbedWorld.open({ a: { files: { "/small": "1", "/large": "12345" } } });
    const types = servers(world.config).pipe(
      listFiles(),
      atLeast(6),
      map(({ type }) => type),
      toArray(),
    );
    expect(await lastValueFrom(types)).toEqual(["server", "listed"]);
  });

  it("has its options looked at", () => {
    expect(() => atLeast("large")).toThrow(
      new UsageError(`at-least: \`size\`: expected ${kinds.size.expected}, found \`large\``),
    );
    expect(() => atLeast()).toThrow("at-least: `size` is missing");
  });

  it("has types", () => {
    expectTypeOf(atLeast(1)).toEqualTypeOf<OperatorFunction<AnyRecord, HarvestRecord>>();
    expectTypeOf(atLeast)
      .parameter(0)
      .toEqualTypeOf<{ readonly size?: string | number | undefined } | string | number | undefined>();
    const exact: StageOperator<typeof atLeastStage.options> = operatorOf(atLeastStage);
    // @ts-expect-error its type knows of no main option
    exact(1);
  });
});

it("what a stage refuses when it begins is an error of the stream", async () => {
  const refuse = operatorOf(
    defineStage({
      name: "refuse",
      summary: "Refuse",
      scope: "run",
      options: {},
      examples: [],
      operator() {
        throw new UsageError("refuse: never");
      },
    }),
  );
  await expect(lastValueFrom(servers("cfg.yaml").pipe(refuse()))).rejects.toThrow("refuse: never");
});
