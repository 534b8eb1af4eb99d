import { syncBuiltinESMExports } from "node:module";
import tls, { type TLSSocket } from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import { plantFile, temporaryFolder } from "../servers/trees.ts";
import { addressOf } from "./addressOf.ts";
import { openSession, read } from "./openSession.ts";

const root = temporaryFolder();
const MANY = 25;

/** What Node says of each handshake, in their order. */
let handshakes: string[] = [];
const { connect } = tls;
const { DEFAULT_MAX_VERSION } = tls;

beforeAll(() => {
  plantFile(root.path, "a.txt", Buffer.from("hello\n"));
  const listening = (...args: Parameters<typeof connect>): TLSSocket => {
    const socket = connect(...args);
    socket.once("secureConnect", () => {
      handshakes.push(`${socket.getProtocol()} ${socket.isSessionReused() ? "resumed" : "in full"}`);
    });
    return socket;
  };
  Object.assign(tls, { connect: listening });
  syncBuiltinESMExports();
});

afterAll(() => {
  Object.assign(tls, { connect });
  syncBuiltinESMExports();
  root[Symbol.dispose]();
});

describe.each(["TLSv1.2", "TLSv1.3"] as const)("with %s", (version) => {
  beforeEach(() => {
    handshakes = [];
    tls.DEFAULT_MAX_VERSION = version;
  });
  afterEach(() => {
    tls.DEFAULT_MAX_VERSION = DEFAULT_MAX_VERSION;
  });

  describeServers(SERVER_KINDS, (kind) => {
    // Pure-FTPd gives no tickets with TLS 1.3.
    const resumes = kind !== "pure-ftpd" || version === "TLSv1.2";
    const what = resumes ? "resumed" : "in full";

    it(`data connections are made with a session ${what}, however many there are`, async () => {
      const requireSessionReuse = kind !== "pure-ftpd";
      await using server = await startServer({ kind, root: root.path, tls: "explicit", requireSessionReuse });
      const address = addressOf(server, { secure: "explicit" });
      for (const _ of ["a session", "another one"]) {
        await using session = await openSession(address);
        for (let file = 0; file < MANY; file++) expect(await read(session, "/a.txt", 6)).toBe("hello\n");
      }
      const session = [`${version} in full`, ...Array<string>(MANY).fill(`${version} ${what}`)];
      expect(handshakes).toEqual([...session, ...session]);
    });
  });
});
