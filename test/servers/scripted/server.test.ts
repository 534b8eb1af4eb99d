import { describe, expect, it, vi } from "vitest";
import { PATIENCE } from "../../patience.ts";
import { PlainClient } from "../plainClient.ts";
import { startScriptedServer } from "../scriptedServer.ts";
import type { ServerFault } from "./fault.ts";
import type { Script } from "./script.ts";

const FILE = "0123456789";
const END = "226 Transfer complete.\r\n";
const MODIFIED = "20260701000000";
const files = { "/f": FILE };

describe("the scripted server", () => {
  it.each<[NonNullable<Script["rest"]>, string, string]>([
    ["obeyed", "350 ", "456789"],
    ["refused", "502 ", FILE],
    ["ignored", "350 ", FILE],
  ])("has REST %s", async (rest, reply, bytes) => {
    await using server = await startScriptedServer({ files, rest });
    using session = await new PlainClient(server.port).enter();
    using transfer = await session.dataConnection();
    await session.ask("REST 4", reply);
    await session.ask("RETR f", END);
    expect(transfer.heard).toBe(bytes);
    expect((await session.ask("FEAT", "211 End")).includes("REST STREAM")).toBe(rest !== "refused");
  });

  it("greets those above its limit as told", async () => {
    await using server = await startScriptedServer({ maxConnections: 0, surplusReply: "530 Full." });
    expect(await new PlainClient(server.port).all()).toBe("530 Full.\r\n");
  });

  it("breaks a transfer off where ABOR comes, as Telnet or not", async () => {
    const faults: ServerFault[] = [
      { on: "RETR", nth: 1, times: null, does: { kind: "stall", channel: "data", byte: 2 } },
    ];
    await using server = await startScriptedServer({ files, faults });
    using session = await new PlainClient(server.port).enter();
    for (const abor of ["ABOR", "\xff\xf4\xff\xf2ABOR"]) {
      using transfer = await session.dataConnection();
      session.socket.write("RETR f\r\n");
      await transfer.until("01");
      session.socket.write(Buffer.from(`${abor}\r\nNOOP\r\n`, "latin1"));
      await session.until(
        `426 Connection closed; transfer aborted.\r\n226 Nothing is being transferred.\r\n200 OK\r\n`,
      );
      await transfer.all();
    }
  });

  it("knows its files as they were", async () => {
    const drawn = { size: 5, seed: 1 };
    await using server = await startScriptedServer({ files: { "/d/f": { bytes: drawn, modified: MODIFIED } } });
    server.change("/d/f", { size: 9, seed: 1, modified: "20260702000000" });
    server.change("/d/f", null);
    server.change("/new", { size: 1, seed: 2, modified: MODIFIED });
    expect(server.paths()).toEqual(["/d/f", "/new"]);
    const [first, second] = server.versions("/d/f");
    expect([first?.size, second?.size, second?.modified]).toEqual([5, 9, "20260702000000"]);
    expect(second?.bytes.subarray(0, 5)).toEqual(first?.bytes);
    expect(first?.went).toBeLessThanOrEqual(second?.came ?? 0);
    expect([typeof second?.went, server.versions("/new")[0]?.went]).toEqual(["number", undefined]);
    using session = await new PlainClient(server.port).enter();
    expect(await listing(session, "MLSD /")).toBe(
      `type=dir;modify=20260102030405; d\r\ntype=file;size=1;modify=${MODIFIED}; new\r\n`,
    );
    expect(await listing(session, "NLST /d")).toBe("");
  });

  it("lists recent times by the minute, as vsftpd, where told", async () => {
    const recent = new Date(Date.now() - 5 * 24 * 3_600_000);
    const modified = recent.toISOString().replaceAll(/[-T:]|\..*/g, "");
    const listed = { "/new": { bytes: "", modified }, "/old": { bytes: "", modified: "20200304050607" } };
    await using server = await startScriptedServer({ files: listed, listTimes: "minutes" });
    using session = await new PlainClient(server.port).enter();
    const lines = await listing(session, "LIST");
    expect(lines).toContain(` ${recent.toISOString().slice(11, 16)} new\r\n`);
    expect(lines).toContain(" Mar 04  2020 old\r\n");
  });

  it("lists one size and says another", async () => {
    const lies = { "/f": { bytes: FILE, size: 8, listedSize: 7 } };
    await using server = await startScriptedServer({ files: lies });
    using session = await new PlainClient(server.port).enter();
    expect(await listing(session, "MLSD")).toContain("size=7;");
    expect(await session.ask("SIZE f", "\r\n")).toBe("213 8\r\n");
    expect(await session.ask("MLST f", "250 End")).toContain(" type=file;size=7;modify=20260102030405; /f\r\n");
  });

  it("stops at once in the midst of faults that would last, and leaves nothing open", async () => {
    const long = 600_000;
    const faults: ServerFault[] = [
      { on: "RETR", nth: 1, does: { kind: "stall", channel: "data", byte: 1 } },
      { on: "RETR", nth: 2, does: { kind: "delay", channel: "data", byte: 1, ms: long } },
      { on: "RETR", nth: 3, does: { kind: "late", ms: long } },
      { on: "RETR", nth: 4, does: { kind: "merge", ms: long } },
      { on: "RETR", nth: 5, does: { kind: "delay", channel: "control", byte: 1, ms: long } },
    ];
    const before = process.getActiveResourcesInfo().length;
    const server = await startScriptedServer({ files, faults });
    const clients: PlainClient[] = [];
    for (let n = 0; n < 5; n++) {
      const session = await new PlainClient(server.port).enter();
      clients.push(session, await session.dataConnection());
      session.socket.write("RETR f\r\n");
      await vi.waitUntil(() => server.lines().filter((line) => line === "RETR f").length > n, PATIENCE);
    }
    await vi.waitUntil(() => server.struck.size === 5, PATIENCE);
    expect(server.openSockets).toBeGreaterThan(5);
    await server.stop();
    expect([server.openSockets, server.connected]).toEqual([0, 0]);
    for (const client of clients) client[Symbol.dispose]();
    await vi.waitUntil(() => process.getActiveResourcesInfo().length <= before, PATIENCE);
  });
});

/** The data of a command that lists. */
async function listing(session: PlainClient, command: string): Promise<string> {
  using transfer = await session.dataConnection();
  await session.ask(command, END);
  return transfer.all();
}
