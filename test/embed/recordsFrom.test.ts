import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filter, lastValueFrom, map, tap, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { fetchFiles, listFiles, recordsFrom, report, servers, UsageError, withSurroundings } from "../../src/index.ts";
import { EmbedWorld, files } from "./embedWorld.ts";

/** A listing as `tee` keeps it. */
async function saved(world: EmbedWorld): Promise<string> {
  const file = join(world.folder, "listed.ndjson");
  const lines = servers(world.config).pipe(
    listFiles(),
    map((record) => `${JSON.stringify(record)}\n`),
    toArray(),
  );
  writeFileSync(file, (await lastValueFrom(lines)).join(""));
  return file;
}

describe("saved records", () => {
  it("are as good as those that they were", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) } });
    const result = await lastValueFrom(recordsFrom(await saved(world)).pipe(fetchFiles(), report()));
    expect([result.code, [...result].map(([server, , count]) => [server, count])]).toEqual([0, [["a", 3]]]);
    result.close();
    expect(world.landed("a")).toEqual(["f0", "f1", "f2"]);
  });

  it("hide no dead server, whatever a filter took", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) }, dead: { user: "somebody else" } });
    const onlyFiles = recordsFrom(await saved(world)).pipe(filter(({ type }) => type === "file"));
    const result = await lastValueFrom(onlyFiles.pipe(fetchFiles(), report()));
    expect([...result].map(([server, itsResult, count]) => [server, itsResult, count])).toEqual([
      ["a", 0, 3],
      ["dead", 1, 0],
    ]);
    expect(result.code).toBe(1);
    expect(result.servers.map(({ troubles }) => troubles)).toEqual([0, 1]);
    result.close();
  });

  it("that were cut are known to be, whatever a filter took", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) } });
    const file = await saved(world);
    writeFileSync(file, readFileSync(file, "utf8").slice(0, -20));
    const notes: string[] = [];
    const result = await lastValueFrom(
      recordsFrom(file).pipe(
        filter(({ type }) => type === "file"),
        report(),
        withSurroundings({ onNote: (note) => notes.push(note) }),
      ),
    );
    expect(result.code).toBe(3);
    result.close();
    expect(notes.join()).toContain("its end is missing or it is damaged");
  });

  it("show nothing to their reader that is not for the stream", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) } });
    const file = await saved(world);
    const end = { type: "end", run: "r", by: "list-1", stage: "list", code: 0, counts: {}, inputs: [] };
    writeFileSync(file, `${readFileSync(file, "utf8")}${JSON.stringify(end)}\n`);
    const types: string[] = [];
    await lastValueFrom(recordsFrom(file).pipe(tap(({ type }) => types.push(type))));
    expect(types).toEqual(["server", "file", "listed"]);
  });

  it("that can't be read are an error of the stream", async () => {
    await expect(lastValueFrom(recordsFrom("/nowhere.ndjson"))).rejects.toThrow(
      new UsageError("/nowhere.ndjson: there is no such file"),
    );
  });
});
