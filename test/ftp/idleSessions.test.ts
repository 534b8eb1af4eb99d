import { expect, it, vi } from "vitest";
import { IdleSessions } from "../../src/ftp/idleSessions.ts";
import { PATIENCE } from "../patience.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf } from "./addressOf.ts";
import { openSession } from "./openSession.ts";

it("gives the session that came last, of those that live", async () => {
  await using server = await startScriptedServer();
  await using first = await openSession(addressOf(server));
  await using second = await openSession(addressOf(server));
  await using third = await openSession(addressOf(server));
  const idle = new IdleSessions();
  for (const session of [first, second, third]) idle.add(session);
  expect(idle.length).toBe(3);
  expect(idle.take()).toBe(third);
  second.close();
  expect(idle.take()).toBe(first);
  expect([idle.take(), idle.length]).toEqual([undefined, 0]);
});

it("logs out of all of them", async () => {
  await using server = await startScriptedServer();
  const idle = new IdleSessions();
  for (let session = 0; session < 3; session++) idle.add(await openSession(addressOf(server)));
  idle.close();
  expect(idle.take()).toBeUndefined();
  await vi.waitUntil(() => server.connected === 0, PATIENCE);
});
