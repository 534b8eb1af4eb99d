import { describe, expect, it } from "vitest";
import { selectionOf, serverRecord, serversStage } from "../../src/stages/servers.ts";
import { collect, StageWorld } from "./stageWorld.ts";

describe("server records", () => {
  it("say everything but secrets", () => {
    using world = new StageWorld();
    world.add("s", { port: 2121, user: "secret user", password: "secret", ca: "secret pem" });
    const record = serverRecord(world.context("x").settings("", "s"), { run: "r", by: "servers-1" });
    expect(record).toEqual({
      ...{ type: "server", run: "r", by: "servers-1", server: "s", config: "/cfg.yaml", host: "127.0.0.1" },
      ...{ port: 2121, paths: ["/"], order: 0, buffer_path: world.folder },
    });
    expect(JSON.stringify(record)).not.toContain("secret");
  });

  it("come in the configuration's order, behind what came in", async () => {
    using world = new StageWorld();
    world.add("b", { port: 1 });
    world.add("a", { port: 2 });
    const stage = serversStage.operator(
      { config: "x", only: undefined, except: undefined },
      world.context("servers-1"),
    );
    const records = await collect([{ type: "weather" }], stage);
    expect(records.map(({ type, server }) => server ?? type)).toEqual(["weather", "b", "a"]);
  });

  it("are kept in a journal by name and folder", () => {
    using world = new StageWorld();
    world.add("s", { port: 1 });
    expect(selectionOf(world.context("x").select("", { names: [] }))).toEqual([
      { server: "s", buffer_path: world.folder },
    ]);
  });
});
