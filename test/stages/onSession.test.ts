import { expect, it } from "vitest";
import type { ServerSettings } from "../../src/config/server.ts";
import { Pool } from "../../src/ftp/pool.ts";
import type { Code } from "../../src/records/codes.ts";
import { Fault } from "../../src/records/fault.ts";
import { onSession, Tries } from "../../src/stages/onSession.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { StageWorld } from "./stageWorld.ts";

async function on(
  script: Script,
  run: (work: Parameters<typeof onSession>[0]) => Promise<void>,
  settings: Partial<ServerSettings> = {},
) {
  await using server = await startScriptedServer(script);
  using world = new StageWorld();
  world.add("s", { ...settings, port: server.port });
  const its = world.context("x").settings("", "s");
  const pool = new Pool(its);
  try {
    await run({ pool, settings: its, signal: world.stop.signal });
  } finally {
    pool.close();
  }
}

it("a failure is tried again only where that can help, and later each time", () =>
  on(
    {},
    async (work) => {
      const tries = new Tries();
      const began_ms: number[] = [];
      const busy = () => {
        began_ms.push(performance.now());
        return Promise.reject(new Fault("busy", "later"));
      };
      await expect(onSession(work, busy, tries)).rejects.toThrow("later");
      expect(tries).toMatchObject({ count: 4, serverIsGone: false });
      const waits_ms = began_ms.slice(1).map((ms, index) => ms - (began_ms[index] ?? 0));
      // no wait is shorter than half of 40, 80 and 160 ms; Node's timers may be early by one
      expect(waits_ms.map((ms, index) => ms >= 20 * 2 ** index - 1)).toEqual([true, true, true]);
      const refused = new Tries();
      await expect(onSession(work, () => Promise.reject(new Fault("denied", "no")), refused)).rejects.toThrow("no");
      await expect(onSession(work, () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
      expect(refused.count).toBe(1);
    },
    { retries: 3, retry_delay_ms: 40 },
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

it("logs in once more where a log-in was forgotten, and not again when the new one is, too", () =>
  on(
    {},
    async (work) => {
      await onSession(work, (session) => session.where());
      const tries = new Tries();
      let sessions = 0;
      const forgotten = onSession(
        work,
        async (session) => {
          sessions++;
          session.close();
          throw new Fault("denied", "530", { retry: true });
        },
        tries,
      );
      await expect(forgotten).rejects.toThrow("530");
      expect([sessions, tries.count]).toEqual([2, 1]);
    },
    { retries: 5 },
  ));

it("says when there is no session to be had", () =>
  on({ password: "another" }, async (work) => {
    const tries = new Tries();
    await expect(onSession(work, (session) => session.where(), tries)).rejects.toMatchObject({ code: "login" });
    expect(tries).toMatchObject({ count: 0, serverIsGone: true });
  }));

it("waits for nothing once the server was given up, and an answer is no failure of the server", () =>
  on(
    {},
    async (work) => {
      const fail = (code: Code) => onSession(work, () => Promise.reject(new Fault(code, "it")));
      await expect(fail("timeout")).rejects.toThrow(/^it$/);
      await expect(fail("not_found")).rejects.toThrow(/^it$/);
      await expect(fail("timeout")).rejects.toThrow(/^it$/);
      await expect(fail("disk")).rejects.toThrow(/^it$/);
      await expect(fail("cut_off")).rejects.toThrow(/^it$/);
      const tries = new Tries();
      const late = onSession(work, (session) => session.where(), tries);
      await expect(late).rejects.toMatchObject({ code: "cut_off", message: "given up after 2 failures in a row: it" });
      expect(tries).toMatchObject({ count: 0, serverIsGone: true });
    },
    { give_up_after: 2 },
  ));
