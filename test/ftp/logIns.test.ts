import { expect, it, vi } from "vitest";
import { Circuit } from "../../src/ftp/circuit.ts";
import { Entrance } from "../../src/ftp/entrance.ts";
import { LogIns } from "../../src/ftp/logIns.ts";
import type { Session } from "../../src/ftp/session.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { PATIENCE } from "../patience.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf } from "./addressOf.ts";

/** Log-ins to a server of their own, for so many who wait; what comes of each is told in a word. */
async function logInsTo(script: Script, waiting = 9) {
  const server = await startScriptedServer(script);
  const address = addressOf(server);
  const traits = unknownTraits();
  const sessions: Session[] = [];
  const told: string[] = [];
  const logIns: LogIns = new LogIns(new Entrance(address, traits, new Circuit(address)), traits, {
    waiting: () => waiting,
    open: () => sessions.length,
    onSession: (session) => {
      sessions.push(session);
      told.push("session");
    },
    onRefused: () => void told.push("refused"),
    onFailed: ({ code }) => void told.push(code),
    onOver: () => void told.push(`${logIns.underWay} under way`),
  });
  const begin = async () => {
    const before = told.length;
    logIns.begin(address, undefined);
    await vi.waitUntil(() => told.slice(before).some((word) => word.endsWith("under way")), PATIENCE);
    return told.slice(before);
  };
  const end = async () => {
    for (const session of sessions) session.close();
    await server.stop();
  };
  return { server, address, logIns, told, begin, [Symbol.asyncDispose]: end };
}

it("go one at a time while no session lives", async () => {
  await using ftp = await logInsTo({});
  expect(ftp.logIns.mayBegin).toBe(true);
  const first = ftp.begin();
  expect([ftp.logIns.underWay, ftp.logIns.mayBegin]).toEqual([1, false]);
  expect(await first).toEqual(["session", "0 under way"]);
  const second = ftp.begin();
  expect([ftp.logIns.underWay, ftp.logIns.mayBegin]).toEqual([1, true]);
  await second;
});

it("end with a session, with a fault, or, beside others, with a server that takes no more", async () => {
  await using ftp = await logInsTo({
    on: { USER: (session) => (session.connection === 2 ? session.proceed() : session.reply("421 Too many users.")) },
  });
  expect(await ftp.begin()).toEqual(["too_many_connections", "0 under way"]);
  expect(await ftp.begin()).toEqual(["session", "0 under way"]);
  expect(await ftp.begin()).toEqual(["refused", "0 under way"]);
});

it("are not begun where nobody waits", async () => {
  await using ftp = await logInsTo({}, 0);
  expect(await ftp.begin()).toEqual(["0 under way"]);
  expect(ftp.server.connections).toBe(0);
});

it("that are abandoned come to nothing, and others may follow", async () => {
  await using ftp = await logInsTo({
    on: { USER: (session) => (session.connection === 1 ? session.gone() : session.proceed()) },
  });
  const abandoned = ftp.begin();
  await vi.waitUntil(() => ftp.server.lines().includes("USER anyone"), PATIENCE);
  ftp.logIns.abandon();
  expect(await abandoned).toEqual(["0 under way"]);
  await vi.waitUntil(() => ftp.server.connected === 0, PATIENCE);
  expect(await ftp.begin()).toEqual(["session", "0 under way"]);
});
