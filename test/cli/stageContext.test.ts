import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openContext } from "../../src/cli/stageContext.ts";
import { Fault, UsageError } from "../../src/records/fault.ts";
import { FakeWorld } from "./fakeWorld.ts";

function context(world: FakeWorld, config?: string) {
  return openContext({ by: "list-1", run: () => "r", signal: world.stop.signal, config, world });
}

function written(world: FakeWorld, name: string, host: string): string {
  const path = join(world.folder, name);
  writeFileSync(path, `servers:\n  s: { host: ${host}, user: u, password: p, path: /out }\nbuffer_path: ./b\n`);
  return path;
}

describe("a stage's surroundings", () => {
  it("know servers by the configuration that records name", () => {
    using world = new FakeWorld("ftp-x");
    const { settings, select, run, by } = context(world);
    const path = written(world, "cfg.yaml", "one");
    expect([run, by, settings(path, "s").host]).toEqual(["r", "list-1", "one"]);
    expect(settings(path, "s", { jobs: 2, to: "/to" })).toMatchObject({ connections: 2, buffer_path: "/to" });
    expect(select(path, { names: [] }).map(({ server }) => server)).toEqual(["s"]);
    expect(() => select(path, { names: ["x"] })).toThrow(UsageError);
    expect(() => settings(path, "x")).toThrow(Fault);
  });

  it("have the connections and the overall rate that the command was given", () => {
    using world = new FakeWorld("ftp-x");
    const request = { by: "list-1", run: () => "r", signal: world.stop.signal, config: undefined, world };
    const { settings, select } = openContext({ ...request, jobs: "auto", rate: 7 });
    const path = written(world, "cfg.yaml", "one");
    const given = { connections_auto: true, rate: 0, overall_rate: 7 };
    expect(settings(path, "s")).toMatchObject(given);
    expect(select(path, { names: [] })).toMatchObject([given]);
    expect(settings(path, "s", { rate: 9 }).overall_rate).toBe(9);
  });

  it("know them by --config, whatever records name", () => {
    using world = new FakeWorld("ftp-x");
    const { settings } = context(world, written(world, "other.yaml", "two"));
    expect(settings("/not/there", "s").host).toBe("two");
    expect(settings("", "s").host).toBe("two");
  });

  it("say so where a record names none", () => {
    using world = new FakeWorld("ftp-x");
    expect(() => context(world).settings("", "s")).toThrow("its record names no `config`; give --config");
  });

  it("close all sessions on a signal", async () => {
    using world = new FakeWorld("ftp-x");
    const { pools, settings, signal } = context(world);
    const { pool } = pools.use(settings(written(world, "cfg.yaml", "192.0.2.1"), "s"));
    const waiting = pool.lease(new AbortController().signal);
    world.stop.abort();
    expect(signal.aborted).toBe(true);
    await expect(waiting).rejects.toMatchObject({ message: "abandoned" });
  });
});
