import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  filter,
  firstValueFrom,
  lastValueFrom,
  map,
  type Observable,
  type OperatorFunction,
  of,
  take,
  tap,
  toArray,
} from "rxjs";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type AnyRecord,
  type DownloadRecord,
  fetchFiles,
  type HarvestRecord,
  listFiles,
  type ResultSet,
  report,
  servers,
  UsageError,
} from "../../src/index.ts";
import { EmbedWorld, files } from "./embedWorld.ts";

describe("a chain of operators", () => {
  it("harvests all servers and gives one result set", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) }, b: { files: files(2, "/sub") } });
    const chain = servers(world.config).pipe(listFiles(), fetchFiles({ jobs: 5 }), report());
    const results = await lastValueFrom(chain.pipe(toArray()));
    expect(results).toHaveLength(1);
    const [result] = results;
    expect(result?.ok).toBe(true);
    expect([...(result ?? [])]).toEqual([
      [
        "a",
        0,
        3,
        join(world.buffer, "a"),
        [
          ["f0", 6],
          ["f1", 6],
          ["f2", 6],
        ],
      ],
      [
        "b",
        0,
        2,
        join(world.buffer, "b"),
        [
          ["sub/f0", 6],
          ["sub/f1", 6],
        ],
      ],
    ]);
    result?.close();
    expect(readFileSync(join(world.buffer, "b", "sub", "f1"), "utf8")).toBe("file 1");
    expect(world.locks).toEqual([]);
  });

  it("lets stock operators stand in between", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(9) } });
    const seen: string[] = [];
    const chain = servers(world.config).pipe(
      tap(({ type }) => seen.push(type)),
      listFiles({ include: "f?" }),
      filter((record) => record.type !== "file" || record.name < "f5"),
      map((record) => ({ ...record, colour: "blue" })),
      fetchFiles(),
      filter((record) => record.type === "download"),
      take(3),
      toArray(),
    );
    const downloads = await firstValueFrom(chain);
    expect(seen).toEqual(["server"]);
    expect(downloads).toHaveLength(3);
    for (const download of downloads) {
      expect(download).toMatchObject({ colour: "blue", status: "fetched", name: expect.stringMatching(/^f[0-4]$/) });
    }
    await world.closed();
  });

  it("passes types that nobody knows", async () => {
    const weather: AnyRecord = { type: "weather", sky: "blue" };
    expect(await firstValueFrom(of(weather).pipe(listFiles(), fetchFiles()))).toBe(weather);
  });
});

describe("an operator's options", () => {
  it("are looked at when it is made", () => {
    expect(() => fetchFiles({ jobs: 0 })).toThrow(
      new UsageError("fetch: `jobs`: expected a whole number from 1 to 1000, or auto, found `0`"),
    );
    // @ts-expect-error there is none
    expect(() => fetchFiles({ jbos: 5 })).toThrow("fetch: unknown option `jbos`; did you mean `jobs`?");
    // @ts-expect-error it has no main option
    expect(() => fetchFiles(5)).toThrow("fetch: options are given by name");
  });

  it("and records have types", () => {
    expectTypeOf(listFiles)
      .parameter(0)
      .extract<object>()
      .toHaveProperty("newerThan")
      .toEqualTypeOf<string | undefined>();
    expectTypeOf(fetchFiles({ jobs: 5 })).toEqualTypeOf<OperatorFunction<AnyRecord, HarvestRecord>>();
    expectTypeOf(servers("x")).toEqualTypeOf<Observable<HarvestRecord>>();
    expectTypeOf(servers("x").pipe(fetchFiles(), report())).toEqualTypeOf<Observable<ResultSet>>();
    const downloads = servers("x").pipe(
      fetchFiles(),
      filter((record) => record.type === "download"),
    );
    expectTypeOf(downloads).toEqualTypeOf<Observable<DownloadRecord>>();
  });
});
