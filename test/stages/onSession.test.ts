import { expect, it } from "vitest";
import { Pool } from "../../src/ftp/pool.ts";
import { Fault } from "../../src/records/fault.ts";
import { onSession, Tries } from "../../src/stages/onSession.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { StageWorld } from "./stageWorld.ts";

async function on(script: Script, run: (work: Parameters<typeof onSession>[0]) => Promise<void>, retries = 0) {
  await using server = await startScriptedServer(script);
  using world = new StageWorld();
  world.add("s", { port: server.port, retries });
  const settings = world.context("x").settings("", "s");
  const pool = new Pool(settings);
  try {
    await run({ pool, settings, signal: world.stop.signal });
  } finally {
    pool.close();
  }
}

it("tries again as often as the settings say, where that can help", () =>
  on(
    {},
    async (work) => {
      const tries = new Tries();
      const busy = () => Promise.reject(new Fault("busy", "later"));
      await expect(onSession(work, busy, tries)).rejects.toThrow("later");
      expect(tries).toMatchObject({ count: 3, serverIsGone: false });
    },
    2,
  ));

it("tries nothing again where that can't help", () =>
  on(
    {},
    async (work) => {
      const tries = new Tries();
      await expect(onSession(work, () => Promise.reject(new Fault("denied", "no")), tries)).rejects.toThrow("no");
      await expect(onSession(work, () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
      expect(tries.count).toBe(1);
    },
    2,
  ));

it("counts no try on a session that died while it lay idle", () =>
  on({}, async (work) => {
    await onSession(work, (session) => session.where());
    const tries = new Tries();
    let first = true;
    const where = await onSession(
      work,
      async (session) => {
        if (!first) return session.where();
        first = false;
        session.close();
        throw new Fault("cut_off", "dead");
      },
      tries,
    );
    expect(where).toBe("/");
    expect(tries.count).toBe(1);
  }));

it("counts a try that began well on a used session", () =>
  on({}, async (work) => {
    await onSession(work, (session) => session.where());
    const tries = new Tries();
    const cut = onSession(
      work,
      async (session) => {
        tries.heard = true;
        session.close();
        throw new Fault("cut_off", "in the middle");
      },
      tries,
    );
    await expect(cut).rejects.toThrow("in the middle");
    expect(tries.count).toBe(1);
  }));

it("says when there is no session to be had", () =>
  on({ password: "another" }, async (work) => {
    const tries = new Tries();
    await expect(onSession(work, (session) => session.where(), tries)).rejects.toMatchObject({ code: "login" });
    expect(tries).toMatchObject({ count: 0, serverIsGone: true });
  }));
