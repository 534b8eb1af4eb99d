import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { describe, expect, it, vi } from "vitest";
import { PATIENCE } from "../patience.ts";
import type { DataConnection } from "../servers/scripted/dataConnection.ts";
import type { Script } from "../servers/scripted/script.ts";
import { SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { listed, take } from "./openSession.ts";
import { endlessly, sending, sessionOn } from "./sessionOn.ts";

const FILES = { "/a.txt": "hello\n" };
const LINE = "type=file;size=1; x\r\n";
const SHORT = { timeout_ms: SHORT_MS };

/** All that comes ends somewhere. */
describe("a hostile server", () => {
  it("a data connection that never comes ends", async () => {
    await using deaf = await deafPort();
    const on: Script["on"] = {
      EPSV: (session) => session.reply(`229 Extended (|||${deaf.port}|)`),
      RETR: (session) => session.gone(),
      MLSD: (session) => session.gone(),
    };
    await using file = await sessionOn({ files: FILES, on }, SHORT);
    expect(await faultOf(take(file.session, "/a.txt", 6, () => {}))).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("no data connection"),
    });
    await using folder = await sessionOn({ files: FILES, on }, SHORT);
    expect(await faultOf(listed(folder.session, "/"))).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("no data connection"),
    });
    expect([file.session.usable, folder.session.usable]).toEqual([false, false]);
  });

  it("a final reply that never comes ends", async () => {
    const final = { RETR: null, MLSD: null };
    await using whole = await sessionOn({ files: FILES, final }, SHORT);
    expect(await take(whole.session, "/a.txt", 6, () => {})).toEqual({ size: 6, from: 0 });
    for (const expected of [null, 7]) {
      await using file = await sessionOn({ files: FILES, final }, SHORT);
      expect(await faultOf(take(file.session, "/a.txt", expected, () => {}))).toMatchObject({
        code: "timeout",
        message: expect.stringContaining("no final reply"),
      });
      expect(file.session.usable).toBe(false);
    }
    await using folder = await sessionOn({ files: FILES, final }, SHORT);
    expect(await faultOf(listed(folder.session, "/"))).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("no final reply"),
    });
    expect([whole.session.usable, folder.session.usable]).toEqual([false, false]);
  });

  it("data that only trickles ends", async () => {
    const drops = (data: DataConnection) => endlessly(data, "x", SHORT_MS / 10);
    const slow = { ...SHORT, min_rate: 10_000 };
    for (const secure of ["none", "explicit"] as const) {
      const script = { files: FILES, on: { RETR: sending(drops), MLSD: sending(drops) } };
      const tls = secure === "none" ? {} : { tls: secure };
      await using file = await sessionOn({ ...script, ...tls }, slow);
      const fault = { code: "timeout", message: `slower than 10000 bytes/s over ${SHORT_MS / 1000} s (min_rate)` };
      expect(await faultOf(take(file.session, "/a.txt", 1_000_000, () => {}))).toMatchObject(fault);
      expect(file.session.usable).toBe(false);
      await using folder = await sessionOn({ ...script, ...tls }, slow);
      expect(await faultOf(listed(folder.session, "/"))).toMatchObject(fault);
    }
  });

  it("a file that takes too long as a whole ends, however much comes", async () => {
    const sends = (data: DataConnection) => endlessly(data, "x".repeat(1_000));
    const talks: Script["on"] = {
      RETR: async (session) => {
        const talking = setInterval(() => session.reply("150 Any moment now."), SHORT_MS / 10);
        await session.gone();
        clearInterval(talking);
      },
    };
    for (const on of [{ RETR: sending(sends) }, talks]) {
      await using ftp = await sessionOn({ files: FILES, on }, { file_timeout_ms: 2 * SHORT_MS });
      const fault = await faultOf(take(ftp.session, "/a.txt", null, () => {}));
      expect(fault).toMatchObject({ code: "timeout", retry: true, message: expect.stringContaining("file_timeout") });
      await vi.waitUntil(() => ftp.server.connected === 0, PATIENCE);
    }
  });

  it("an endless or huge listing ends", async () => {
    const endless = { on: { MLSD: sending((data) => endlessly(data, LINE.repeat(1_000))) } };
    await using huge = await sessionOn(endless, { max_listing: 100_000 });
    const { entries, incomplete } = await listed(huge.session, "/");
    expect(incomplete).toBe("the listing has more than 100000 bytes (max_listing)");
    expect(entries).toHaveLength(Math.floor(100_000 / LINE.length));
    expect(huge.session.usable).toBe(false);

    await using long = await sessionOn(endless, { listing_timeout_ms: 2 * SHORT_MS });
    const late = await listed(long.session, "/");
    expect(late.incomplete).toBe(`the listing did not end within ${(2 * SHORT_MS) / 1000} s (listing_timeout)`);
    expect(late.entries.length).toBeGreaterThan(0);
    await vi.waitUntil(() => huge.server.connected + long.server.connected === 0, PATIENCE);
  });

  it("a listing of just as much as may come is whole", async () => {
    const script = { on: { MLSD: sending((data) => data.send(LINE.repeat(10))) } };
    await using ftp = await sessionOn(script, { max_listing: 10 * LINE.length });
    expect(await listed(ftp.session, "/")).toMatchObject({ incomplete: undefined, entries: { length: 10 } });
    await using less = await sessionOn(script, { max_listing: 10 * LINE.length - 1 });
    expect((await listed(less.session, "/")).entries).toHaveLength(9);
  });

  it("lines of megabytes are read by nobody, the others are", async () => {
    const sends = async (data: DataConnection) => {
      await data.send(LINE);
      for (let n = 0; n < 8; n++) await data.send("x".repeat(1_000_000));
      await data.send(`\r\n${LINE}`);
    };
    await using ftp = await sessionOn({ on: { MLSD: sending(sends) } });
    const { entries, incomplete } = await listed(ftp.session, "/");
    expect(entries).toHaveLength(2);
    expect(incomplete).toMatch(/^a line of the listing could not be read, such as "x{200}"$/);
  });

  it("a listing in many tiny pieces is one listing", async () => {
    const sends = async (data: DataConnection) => {
      for (const letter of LINE.repeat(20)) {
        await data.send(letter);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await using ftp = await sessionOn({ on: { MLSD: sending(sends) } });
    expect(await listed(ftp.session, "/")).toMatchObject({ incomplete: undefined, entries: { length: 20 } });
  });

  it("a listing that ends within a line is read as far as it goes", async () => {
    await using ftp = await sessionOn({ on: { MLSD: sending((data) => data.send(`${LINE}type=file;si`)) } });
    const { entries, incomplete } = await listed(ftp.session, "/");
    expect(entries).toHaveLength(1);
    expect(incomplete).toContain("could not be read");
  });
});

describe("a slow disk", () => {
  it("is no slowness of the server", async () => {
    const bytes = "x".repeat(3_000_000);
    await using ftp = await sessionOn({ files: { "/a": bytes } }, { ...SHORT, min_rate: 200_000 });
    const writing = () => new Promise<void>((resolve) => setTimeout(resolve, 2 * SHORT_MS));
    let slowWrites = 3;
    const chunk = () => (slowWrites-- > 0 ? writing() : undefined);
    expect(await take(ftp.session, "/a", bytes.length, chunk)).toEqual({ size: bytes.length, from: 0 });
  });

  it("does not keep a transfer from ending, but no byte is in use then", async () => {
    const sends = (data: DataConnection) => endlessly(data, "x");
    await using ftp = await sessionOn({ files: FILES, on: { RETR: sending(sends) } }, { file_timeout_ms: SHORT_MS });
    let writing = 0;
    const fault = await faultOf(
      take(ftp.session, "/a.txt", null, async () => {
        writing++;
        await new Promise((resolve) => setTimeout(resolve, 4 * SHORT_MS));
        writing--;
      }),
    );
    expect([fault.code, writing]).toEqual(["timeout", 0]);
  });
});

/** A port to which no connection comes about: nobody takes those that wait there, and there is no room for another. */
async function deafPort() {
  const listening = `
    const { parentPort } = require("node:worker_threads");
    const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    });`;
  const worker = new Worker(listening, { eval: true });
  const [port] = await once(worker, "message");
  const waiting: Socket[] = [];
  for (;;) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    waiting.push(socket);
    const taken = await Promise.race([
      once(socket, "connect").then(() => true),
      // Behind what came meanwhile: a busy machine may let this process wait for longer than that.
      new Promise((resolve) => setTimeout(() => setImmediate(resolve, false), SHORT_MS)),
    ]);
    if (!taken) break;
  }
  const end = async () => {
    for (const socket of waiting) socket.destroy();
    await worker.terminate();
  };
  return { port, [Symbol.asyncDispose]: end };
}
