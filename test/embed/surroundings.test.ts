import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { NO_REPORT } from "../../src/embed/reportBelow.ts";
import { Surroundings } from "../../src/embed/surroundings.ts";
import { Gate } from "../../src/flow/gate.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { EmbedWorld } from "./embedWorld.ts";

describe("surroundings", () => {
  it("are of the process unless given", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const context = new Surroundings({}).context("list", NO_REPORT);
    expect(context.stateFolder).toBe(join(world.folder, "state"));
    expect(context.by).toMatch(/^list-/);
    const settings = context.settings(world.config, "a");
    expect([settings.connections, settings.buffer_path]).toEqual([5, world.buffer]);
    expect(context.settings(world.config, "a", { to: "/to" }).buffer_path).toBe("/to");
    expect(() => context.settings("", "a")).toThrow("its record names no `config`");
  });

  it("replace a configuration's variables with what they are given", async () => {
    await using world = await EmbedWorld.open({ a: {} }, `timezone: \${ZONE}`);
    const { settings } = new Surroundings({ env: { ZONE: "Europe/Berlin" } }).context("list", NO_REPORT);
    expect(settings(world.config, "a").timezone).toBe("Europe/Berlin");
  });

  it("have the connections that the first to say so prefers", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const surroundings = new Surroundings({});
    surroundings.prefer(undefined);
    surroundings.prefer(2);
    surroundings.prefer(7);
    const { settings, select } = surroundings.context("list", NO_REPORT);
    expect(settings(world.config, "a").connections).toBe(2);
    expect(settings(world.config, "a", { jobs: 3 }).connections).toBe(3);
    expect(select(world.config, { names: [] })[0]?.connections).toBe(2);
  });

  it("have the overall rate that the first to say so prefers", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const surroundings = new Surroundings({});
    surroundings.prefer("auto", undefined);
    surroundings.prefer(2, 2);
    surroundings.prefer(7, 7);
    const { settings, select } = surroundings.context("list", NO_REPORT);
    const preferred = { connections_auto: true, overall_rate: 2 };
    expect(settings(world.config, "a")).toMatchObject(preferred);
    expect(settings(world.config, "a", { rate: 3 }).overall_rate).toBe(3);
    expect(select(world.config, { names: [] })).toMatchObject([preferred]);
  });

  it("are closed when the last has left, each of whom leaves once", () => {
    const surroundings = new Surroundings({});
    const [first, second] = [surroundings.enter(), surroundings.enter()];
    first();
    first();
    expect(surroundings.closed).toBe(false);
    second();
    expect(surroundings.closed).toBe(true);
    expect(surroundings.context("list", NO_REPORT).signal.aborted).toBe(true);
  });

  it("are not closed by their signal: what was left undone is still told", () => {
    const stop = new AbortController();
    const surroundings = new Surroundings({ signal: stop.signal });
    stop.abort();
    expect(surroundings.context("list", NO_REPORT).signal.aborted).toBe(true);
    expect(surroundings.closed).toBe(false);
  });

  it("stand behind the gate around them", () => {
    const outer = new Gate(1);
    const gate = new Surroundings({}).gateWithin(outer);
    expect(gate.ready()).toBeUndefined();
    outer.park();
    expect(gate.ready()).toBeDefined();
  });

  it("warn of damage where nobody listens, and tell the report", () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const told: AnyRecord[] = [];
    const report = { ...NO_REPORT, tell: (record: AnyRecord) => void told.push(record) };
    const { damaged, note, by } = new Surroundings({}).context("exec", report);
    note("by the way");
    damaged("what is this?");
    expect(warn.mock.calls).toEqual([["what is this?", "FtpHarvestWarning"]]);
    expect(told).toMatchObject([{ type: "end", by, stage: "exec", code: 3 }]);
    warn.mockRestore();
  });
});
