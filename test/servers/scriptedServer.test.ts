import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { promisify } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { PATIENCE } from "../patience.ts";
import { PlainClient } from "./plainClient.ts";
import { logIn } from "./referenceClient.ts";
import { startScriptedServer } from "./scriptedServer.ts";

const FILES = { "/a.txt": "hello\n", "/sub/b.bin": "\x00\xff", "/sub/empty": "" };

describe("a scripted server without a script", () => {
  it("serves a tree to a usual client", async () => {
    await using server = await startScriptedServer({ files: FILES });
    await using session = await logIn(server);
    expect(await session.read("a.txt")).toBe("hello\n");
    expect(await session.read("/sub/b.bin")).toBe("\x00\xff");
    expect(await session.read("/sub/empty")).toBe("");
    expect((await session.names()).sort()).toEqual(["a.txt", "sub"]);
    await session.client.cd("sub");
    expect((await session.names()).sort()).toEqual(["b.bin", "empty"]);
    expect(await session.client.size("b.bin")).toBe(2);
    expect((await session.client.lastMod("b.bin")).toISOString()).toBe("2026-01-02T03:04:05.000Z");
    await expect(session.read("nothing")).rejects.toThrow("550");
  });

  it.each(["explicit", "implicit"] as const)("serves over %s TLS", async (tls) => {
    await using server = await startScriptedServer({ files: FILES, tls });
    const session = await logIn(server, tls);
    expect(await session.read("a.txt")).toBe("hello\n");
    expect((await session.names()).sort()).toEqual(["a.txt", "sub"]);
    session.client.close();
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
  });

  it("lists in the form of ls where it has no MLSD", async () => {
    await using server = await startScriptedServer({ files: FILES, on: { MLSD: "500 What?" } });
    await using session = await logIn(server);
    session.client.availableListCommands = ["LIST -a", "LIST"];
    const [file] = await session.client.list("/");
    expect(file).toMatchObject({ name: "sub", isDirectory: true });
    expect((await session.client.list("/")).map(({ name, size }) => [name, size])).toContainEqual(["a.txt", 6]);
  });

  it("restarts a transfer where REST says", async () => {
    await using server = await startScriptedServer({ files: FILES });
    await using session = await logIn(server);
    await session.client.send("REST 4");
    expect(await session.read("a.txt")).toBe("o\n");
    expect(await session.read("a.txt")).toBe("hello\n");
  });

  it("answers pipelined commands in order, whatever the segments", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { NOOP: async (session) => session.raw("200 sl", "ow\r\n") },
    });
    const client = new PlainClient(server.port);
    await client.until("220 ");
    client.socket.write("USER x\r\nPASS y\r\nNOOP\r\nTYPE I\r\nPW");
    client.socket.write("D\r\n");
    const said = await client.until('257 "/"');
    expect(said.match(/^\d{3}/gm)).toEqual(["220", "331", "230", "200", "200", "257"]);
    expect(server.lines()).toEqual(["USER x", "PASS y", "NOOP", "TYPE I", "PWD"]);
    client.socket.destroy();
  });

  it("serves many files on one session and keeps nothing open", async () => {
    await using server = await startScriptedServer({ files: FILES });
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on("warning", note);
    {
      await using session = await logIn(server);
      for (let n = 0; n < 20; n++) await session.read("a.txt");
    }
    process.off("warning", note);
    expect(warnings).toEqual([]);
    expect(server.lines().filter((line) => line.startsWith("RETR"))).toHaveLength(20);
  });

  const curl = spawnSync("curl", ["--version"]).status === 0;
  if (!curl) console.warn("there is no curl here to try the scripted server with");
  else {
    it("serves curl", async () => {
      await using server = await startScriptedServer({ files: FILES });
      const url = `ftp://${server.host}:${server.port}/sub/b.bin`;
      const { stdout } = await promisify(execFile)("curl", ["-sS", url], { encoding: "buffer" });
      expect(stdout).toEqual(Buffer.from([0, 255]));
    });
  }
});

describe("a scripted server", () => {
  it("refuses a wrong password", async () => {
    await using server = await startScriptedServer({ user: "me", password: "secret" });
    await expect(logIn({ ...server, user: "me", password: "wrong" })).rejects.toThrow("530");
    await using _session = await logIn({ ...server, user: "me", password: "secret" });
  });

  it("gives a fixed reply to a command", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { EPSV: "502 No EPSV.", PASS: "230-Two\r\n230 lines" },
    });
    await using session = await logIn(server);
    expect(await session.read("a.txt")).toBe("hello\n");
    expect(server.lines().some((line) => line === "PASV")).toBe(true);
  });

  it("does something else the first time only", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { RETR: (session) => (session.count() === 1 ? session.reply("450 Busy.") : session.proceed()) },
    });
    await using session = await logIn(server);
    await expect(session.read("a.txt")).rejects.toThrow("450");
    expect(await session.read("a.txt")).toBe("hello\n");
  });

  it("sends listings and last replies as they are given", async () => {
    const lines = ["type=file;size=5; caf\xe9", "what is this?"];
    await using server = await startScriptedServer({
      mlsd: { "/": lines },
      final: { MLSD: "226 Output truncated to 2 matches" },
    });
    const client = new PlainClient(server.port);
    client.socket.write("USER x\r\nPASS x\r\nEPSV\r\nMLSD\r\n");
    const port = /\|\|\|(\d+)\|/.exec(await client.until("229 "))?.[1];
    expect(await new PlainClient(Number(port)).all()).toBe(lines.map((line) => `${line}\r\n`).join(""));
    await client.until("226 Output truncated to 2 matches\r\n");
    client.socket.destroy();
  });

  it("is without MLSD when only LIST's lines are given", async () => {
    await using server = await startScriptedServer({ list: { "/": ["-rw-r--r-- 1 a b 7 Jan  2  2026  x "] } });
    await using session = await logIn(server);
    const features = await session.client.features();
    expect(features.has("MLST")).toBe(false);
    expect((await session.client.list())[0]?.size).toBe(7);
  });

  it.each([
    ["ends data early", "end"],
    ["resets it", "reset"],
  ] as const)("%s", async (_does, how) => {
    await using server = await startScriptedServer({
      files: FILES,
      on: {
        RETR: async (session) => {
          const data = await session.openData();
          session.reply("150 Here.");
          await data.send("hel");
          await data[how]();
          session.reply("426 Cut.");
        },
      },
    });
    await using session = await logIn(server);
    await expect(session.read("a.txt")).rejects.toThrow(/426|ECONNRESET/);
  });

  it("stalls until the client leaves", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { RETR: async (session) => (await session.openData()).gone() },
    });
    await using session = await logIn(server);
    const reading = session.read("a.txt");
    await vi.waitUntil(() => server.lines().includes("RETR a.txt"), PATIENCE);
    session.client.close();
    await expect(reading).rejects.toThrow();
  });

  it("keeps the last reply of a transfer to itself", async () => {
    await using server = await startScriptedServer({ files: FILES, final: { RETR: null } });
    await using session = await logIn(server);
    const reading = session.read("a.txt");
    await vi.waitUntil(() => server.lines().includes("RETR a.txt"), PATIENCE);
    await expect(session.client.send("NOOP")).rejects.toThrow("still"); // the transfer is not over for the client
    await expect(reading).rejects.toThrow();
  });

  it("lies about sizes", async () => {
    await using server = await startScriptedServer({ files: { "/a.txt": { bytes: "hello", size: 99 } } });
    await using session = await logIn(server);
    expect(await session.client.size("a.txt")).toBe(99);
    expect(await session.read("a.txt")).toBe("hello");
  });

  it("names another host in PASV's reply", async () => {
    await using server = await startScriptedServer({ passiveHost: "10.0.0.1", on: { EPSV: "500 No." } });
    await using session = await logIn(server);
    expect((await session.client.send("PASV")).message).toContain("(10,0,0,1,");
  });

  it("refuses connections above its limit, and counts them", async () => {
    await using server = await startScriptedServer({ maxConnections: 1 });
    await using _session = await logIn(server);
    await expect(logIn(server)).rejects.toThrow("421");
    expect(server.connections).toBe(2);
    expect(server.mostConnected).toBe(2);
    expect(server.lines(1)).toContain("USER anyone");
    expect(server.lines(2)).toEqual([]);
  });

  it("greets as told: with other words, or never", async () => {
    await using other = await startScriptedServer({ greeting: "220-Hi\r\n220 there", greetingDelay_ms: 5 });
    await using _session = await logIn(other);
    await using silent = await startScriptedServer({ greeting: null });
    const client = new PlainClient(silent.port);
    client.socket.write("NOOP\r\n");
    expect(await client.until("200 OK\r\n")).toBe("200 OK\r\n");
    client.socket.destroy();
  });

  it("ends control connections in order or with a reset", async () => {
    await using server = await startScriptedServer({
      on: { NOOP: (session) => session.close(), SYST: (session) => session.reset() },
    });
    await using one = await logIn(server);
    await expect(one.client.send("NOOP")).rejects.toThrow(/FIN/);
    await using other = await logIn(server);
    await expect(other.client.send("SYST")).rejects.toThrow(/ECONNRESET/);
  });

  it("ends everything when it stops, in the middle of a transfer too", async () => {
    const server = await startScriptedServer({ on: { NOOP: (session) => session.gone() } });
    const client = new PlainClient(server.port);
    client.socket.write("USER x\r\nPASS x\r\nEPSV\r\nNOOP\r\n");
    await client.until("229 ");
    await Promise.all([once(client.socket, "close"), server.stop()]);
    await expect(once(connect(server.port, server.host), "connect")).rejects.toThrow("ECONNREFUSED");
  });

  it("fails the test when an expectation in a handler does not hold", async () => {
    const server = await startScriptedServer({
      on: {
        NOOP: () => {
          throw new Error("not as expected");
        },
      },
    });
    await using session = await logIn(server);
    await expect(session.client.send("NOOP")).rejects.toThrow();
    await expect(server.stop()).rejects.toThrow("not as expected");
  });
});
