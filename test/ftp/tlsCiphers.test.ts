import { once } from "node:events";
import type { Socket } from "node:net";
import tls, { connect, createServer, type TLSSocket, type TlsOptions } from "node:tls";
import { Client } from "basic-ftp";
import { afterAll, describe, expect, it } from "vitest";
import { tlsOptions } from "../../src/ftp/tls.ts";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import { portOf } from "../servers/scripted/dataConnection.ts";
import { certificate, privateKey } from "../servers/tls/certificate.ts";
import { temporaryFolder } from "../servers/trees.ts";
import { addressOf } from "./addressOf.ts";

const AES_128 = "TLS_AES_128_GCM_SHA256";
const AES_256 = "TLS_AES_256_GCM_SHA384";

const root = temporaryFolder();
afterAll(() => root[Symbol.dispose]());

describe("the cipher of TLS 1.3", () => {
  it("is AES-128, unless the server has an order of its own", async () => {
    expect(await agreedWith({ ciphers: `${AES_256}:${AES_128}`, honorCipherOrder: false })).toBe(AES_128);
    expect(await agreedWith({ ciphers: `${AES_256}:${AES_128}`, honorCipherOrder: true })).toBe(AES_256);
    expect(await agreedWith({ ciphers: AES_256 })).toBe(AES_256);
  });

  it("is the one that is set for all of the process", async () => {
    const usual = tls.DEFAULT_CIPHERS;
    try {
      tls.DEFAULT_CIPHERS = `${AES_256}:${AES_128}`;
      expect(await agreedWith({ ciphers: `${AES_128}:${AES_256}`, honorCipherOrder: false })).toBe(AES_256);
    } finally {
      tls.DEFAULT_CIPHERS = usual;
    }
  });
});

// ProFTPD and Pure-FTPd have an order of their own.
const AGREED = { vsftpd: AES_128, proftpd: AES_256, "pure-ftpd": AES_256 };

describeServers(SERVER_KINDS, (kind) => {
  it(`is ${AGREED[kind]}`, async () => {
    await using server = await startServer({ kind, root: root.path, tls: "explicit" });
    const client = new Client();
    await client.connect(server.host, server.port);
    await client.useTLS(tlsOptions(addressOf(server)));
    expect(cipherOf(client.ftp.socket)).toBe(AGREED[kind]);
    client.close();
  });
});

async function agreedWith(options: TlsOptions): Promise<string | undefined> {
  const server = createServer({ key: privateKey(), cert: certificate(), ...options }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await agreedAt(portOf(server));
  } finally {
    await once(server.close(), "close");
  }
}

async function agreedAt(port: number): Promise<string | undefined> {
  const socket = connect({ ...tlsOptions(addressOf({ host: "127.0.0.1", port, ca: certificate() })), port });
  await once(socket, "secureConnect");
  const agreed = cipherOf(socket);
  socket.destroy();
  return agreed;
}

function cipherOf(socket: Socket | TLSSocket): string | undefined {
  return "getCipher" in socket ? socket.getCipher().name : undefined;
}
