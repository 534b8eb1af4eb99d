import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { PATIENCE } from "../patience.ts";
import { describeServers } from "./describeServers.ts";
import { SERVER_KINDS } from "./installed.ts";
import { isRunning } from "./processFamily.ts";
import { startServer } from "./realServer.ts";
import { logIn } from "./referenceClient.ts";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ftp-harvest-root-"));
  writeFileSync(join(root, "a.txt"), "hello\n");
  writeFileSync(join(root, ".hidden"), "dot\n");
});

afterAll(() => rmSync(root, { recursive: true }));

describeServers(SERVER_KINDS, (kind) => {
  it("serves a file, and names with a leading dot", async () => {
    await using server = await startServer({ kind, root });
    await using session = await logIn(server);
    expect(await session.read("a.txt")).toBe("hello\n");
    expect(await session.names()).toContain(".hidden");
  });

  it("refuses a wrong password", async () => {
    await using server = await startServer({ kind, root });
    await expect(logIn({ ...server, password: "wrong" })).rejects.toThrow(/^530/);
  });

  it("lets nobody write", async () => {
    await using server = await startServer({ kind, root });
    await using session = await logIn(server);
    await expect(session.client.remove("a.txt")).rejects.toThrow(/^5/);
    await expect(session.client.send("STOR new.txt")).rejects.toThrow(/^[45]/);
  });

  it("hides names with a leading dot when asked to", async () => {
    await using server = await startServer({ kind, root, hideDotfiles: true });
    await using session = await logIn(server);
    session.client.availableListCommands = ["LIST"];
    expect(await session.names()).toEqual(["a.txt"]);
  });

  it("serves over explicit TLS only, with its certificate verified", async () => {
    await using server = await startServer({ kind, root, tls: "explicit" });
    await using session = await logIn(server, "explicit");
    expect(await session.read("a.txt")).toBe("hello\n");
    await expect(logIn(server)).rejects.toThrow(/^[45]\d\d/);
  });

  if (kind !== "pure-ftpd") {
    it("serves over implicit TLS", async () => {
      await using server = await startServer({ kind, root, tls: "implicit" });
      await using session = await logIn(server, "implicit");
      expect(await session.read("a.txt")).toBe("hello\n");
    });

    it("can require that data connections resume the TLS session", async () => {
      await using server = await startServer({ kind, root, tls: "explicit", requireSessionReuse: true });
      await using session = await logIn(server, "explicit");
      expect(await session.read("a.txt")).toBe("hello\n");
      const control = session.client.ftp;
      Object.defineProperty(control, "tlsSessionStore", { get: () => undefined, set: () => {} });
      Object.assign(control.socket, { getSession: () => undefined });
      await expect(session.read("a.txt")).rejects.toThrow();
    });
  }

  it("counts sessions of one address from the first that a test makes", async () => {
    await using server = await startServer({ kind, root, maxPerIp: 1 });
    await using session = await logIn(server);
    await expect(logIn(server)).rejects.toThrow(/^(421|530)/);
    expect(await session.read("a.txt")).toBe("hello\n");
  });

  it("ends with its sessions and leaves nothing", async () => {
    const server = await startServer({ kind, root });
    const session = connect(server.port, server.host).resume();
    await once(session, "data");
    expect(existsSync(server.folder)).toBe(true);
    await Promise.all([once(session, "close"), server.stop()]);
    expect(existsSync(server.folder)).toBe(false);
    expect(isRunning(server.pid)).toBe(false);
    await expect(once(connect(server.port, server.host), "connect")).rejects.toThrow("ECONNREFUSED");
  });

  it("starts again on its port, without the sessions that it had", async () => {
    await using server = await startServer({ kind, root });
    const [session, first] = [connect(server.port, server.host).resume(), server.pid];
    session.on("error", () => {}); // its end may be a reset
    await once(session, "data");
    const closed = once(session, "close");
    await server.restart(async () => {
      await closed;
      await expect(once(connect(server.port, server.host), "connect")).rejects.toThrow("ECONNREFUSED");
    });
    expect([isRunning(first), isRunning(server.pid)]).toEqual([false, true]);
    await using later = await logIn(server);
    expect(await later.read("a.txt")).toBe("hello\n");
  });

  it("can be frozen: it takes connections, and greets when it is awake again", async () => {
    await using server = await startServer({ kind, root });
    const order: string[] = [];
    const pause = wait(200).then(() => order.push("awake"));
    const frozen = server.freeze(pause);
    const session = connect(server.port, server.host).resume();
    await Promise.all([frozen, once(session, "connect"), once(session, "data").then(() => order.push("greeted"))]);
    session.destroy();
    expect(order).toEqual(["awake", "greeted"]);
  });

  it("ends when the process that started it is killed", async () => {
    const starter = spawn(process.execPath, ["--import", "tsx", "--eval", STARTER], {
      env: { ...process.env, KIND: kind, ROOT: root, MODULE: new URL("realServer.ts", import.meta.url).href },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(starter.stdout, "data");
    const { port, folder } = JSON.parse(String(line));
    const session = connect(port, "127.0.0.1").resume();
    await once(session, "data");
    starter.kill("SIGKILL");
    await once(session, "close");
    await vi.waitUntil(() => !existsSync(folder), PATIENCE);
  });
});

it("says what a server has against its settings", async () => {
  await expect(startServer({ kind: "pure-ftpd", root, tls: "implicit" })).rejects.toThrow("no implicit TLS");
});

const STARTER = `
  const { startServer } = await import(process.env.MODULE);
  const server = await startServer({ kind: process.env.KIND, root: process.env.ROOT });
  console.log(JSON.stringify({ port: server.port, folder: server.folder }));
  setInterval(() => {}, 60_000);
`;
