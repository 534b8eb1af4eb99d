import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import { connect as connectTls, createServer as createTlsServer } from "node:tls";
import { afterAll, describe, expect, it } from "vitest";
import type { ServerAddress } from "../../src/ftp/address.ts";
import { Control } from "../../src/ftp/control.ts";
import { learnGroup, tlsOptions } from "../../src/ftp/tls.ts";
import { describeServers } from "../servers/describeServers.ts";
import { startServer as startRealServer } from "../servers/realServer.ts";
import { portOf } from "../servers/scripted/dataConnection.ts";
import { certificate, privateKey } from "../servers/tls/certificate.ts";
import { temporaryFolder } from "../servers/trees.ts";
import { addressOf } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { openSession } from "./openSession.ts";

describe.each(["X25519", "prime256v1", "secp384r1"])("a server that takes keys of %s only", (group) => {
  it("is asked twice at first, where that is not the group that is offered unasked, and once from then on", async () => {
    await using server = await startServer(group);
    const address = addressOf({ host: "127.0.0.1", port: server.port, ca: certificate() });
    await meet(address);
    const first = server.hellos();
    await meet(address);
    await meet(address);
    expect([first, server.hellos()]).toEqual(group === "X25519" ? [1, 3] : [2, 4]);
  });

  it("teaches nothing of another one", async () => {
    await using server = await startServer(group);
    for (const _ of ["one", "another"]) {
      await meet(addressOf({ host: "127.0.0.1", port: server.port, ca: certificate() }));
    }
    expect(server.hellos()).toBe(group === "X25519" ? 2 : 4);
  });
});

describe("a server of several machines", () => {
  it("is offered all groups again when another machine takes none of those that the first one taught", async () => {
    await using first = await startServer("X25519");
    await using second = await startServer("ffdhe2048");
    let inner = first.port;
    await using balancer = await startBalancer(() => inner);
    const address = addressOf({ host: "127.0.0.1", port: balancer.port, ca: certificate() }, { secure: "implicit" });
    await comeAndGo(address);
    inner = second.port;
    expect(await faultOf(comeAndGo(address))).toMatchObject({ code: "tls", retry: true });
    await comeAndGo(address);
    // It teaches nothing more: the next machine may be the other one.
    inner = first.port;
    await comeAndGo(address);
    inner = second.port;
    await comeAndGo(address);
  });
});

const root = temporaryFolder();
afterAll(() => root[Symbol.dispose]());

// Both take prime256v1 only.
describeServers(["vsftpd", "pure-ftpd"], (kind) => {
  it("teaches its group with the first control connection, to all connections", async () => {
    await using server = await startRealServer({ kind, root: root.path, tls: "explicit" });
    const address = addressOf(server, { secure: "explicit" });
    const before = tlsOptions(address).secureContext;
    await using _first = await openSession(address);
    const after = tlsOptions(address).secureContext;
    expect(after).not.toBe(before);
    await using _second = await openSession(address);
    expect(tlsOptions(address).secureContext).toBe(after);
  });
});

async function meet(address: ServerAddress): Promise<void> {
  const socket = connectTls({ ...tlsOptions(address), port: address.port });
  await once(socket, "secureConnect");
  learnGroup(address, socket);
  socket.destroy();
}

/** A control connection whose TLS comes about. */
async function comeAndGo(address: ServerAddress): Promise<void> {
  const control = await Control.connect(address, new AbortController().signal);
  control.close();
}

/** Something that takes each connection to one of several machines. */
async function startBalancer(inner: () => number) {
  const outer = createServer((client) => {
    const server = connect(inner(), "127.0.0.1");
    for (const socket of [client, server]) socket.on("error", () => {});
    client.once("close", () => server.destroy());
    server.once("close", () => client.destroy());
    client.pipe(server).pipe(client);
  });
  await listening(outer);
  return { port: portOf(outer), [Symbol.asyncDispose]: async () => void (await once(outer.close(), "close")) };
}

/** With something before it that counts the ClientHellos that go by. */
async function startServer(ecdhCurve: string) {
  const inner = createTlsServer({ key: privateKey(), cert: certificate(), ecdhCurve });
  inner.on("tlsClientError", () => {}).on("secureConnection", (socket) => socket.on("error", () => {}).resume());
  await listening(inner);
  let hellos = 0;
  const outer = createServer((client) => {
    const server = connect(portOf(inner), "127.0.0.1");
    for (const socket of [client, server]) socket.on("error", () => {});
    client.once("close", () => server.destroy());
    server.once("close", () => client.destroy());
    client.on("data", (bytes) => {
      hellos += clientHellos(bytes);
    });
    client.pipe(server).pipe(client);
  });
  await listening(outer);
  const end = async () => {
    const closed = [inner, outer].map((server) => once(server.close(), "close"));
    await Promise.all(closed);
  };
  return { port: portOf(outer), hellos: () => hellos, [Symbol.asyncDispose]: end };
}

async function listening(server: Server): Promise<void> {
  await once(server.listen(0, "127.0.0.1"), "listening");
}

/** Records (RFC 8446 §5.1) that are handshake messages in the clear: of a client that is its ClientHello, before the keys are known. */
function clientHellos(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at + 5 < bytes.length; at += 5 + bytes.readUInt16BE(at + 3)) {
    if (bytes[at] === 22 && bytes[at + 5] === 1) count++;
  }
  return count;
}
