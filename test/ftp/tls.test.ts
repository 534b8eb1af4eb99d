import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { PATIENCE } from "../patience.ts";
import type { ScriptedSession } from "../servers/scripted/session.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { bytesOf } from "../servers/trees.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { namesIn, openSession, read, take } from "./openSession.ts";

const FILES = { "/a.txt": "hello\n" };

/** RFC 8446 §5.1. */
const LARGEST_RECORD_bytes = 16_384;

describe.each(["explicit", "implicit"] as const)("%s TLS", (secure) => {
  it("protects the session and its data, with a certificate that is trusted", async () => {
    await using server = await startScriptedServer({ files: FILES, tls: secure });
    await using session = await openSession(addressOf(server, { secure }));
    expect(await read(session, "/a.txt", 6)).toBe("hello\n");
    expect(await namesIn(session, "/")).toEqual(["a.txt"]);
    expect(server.lines()).toContain("PROT P");
  });

  it("refuses a certificate that is not, and says so", async () => {
    await using server = await startScriptedServer({ tls: secure });
    const fault = await faultOf(openSession(addressOf(server, { secure, ca: undefined })));
    expect(fault).toMatchObject({ code: "tls", retry: false, message: expect.stringMatching(/^TLS: .*certificate/) });
    expect(server.lines().join()).not.toContain("USER");
  });

  it("refuses a certificate of another host", async () => {
    await using server = await startScriptedServer({ tls: secure });
    // the same machine by an address that is not in the certificate
    const fault = await faultOf(openSession(addressOf({ ...server, host: "0.0.0.0" }, { secure })));
    expect(fault).toMatchObject({ code: "tls", message: expect.stringContaining("0.0.0.0") });
  });

  it("takes any certificate when told to", async () => {
    await using server = await startScriptedServer({ files: FILES, tls: secure });
    await using session = await openSession(addressOf(server, { secure, ca: undefined, insecure: true }));
    expect(await read(session, "/a.txt")).toBe("hello\n");
  });

  it("gives up on a handshake that never ends, and when it is aborted", async () => {
    const listener = createServer((socket: Socket) => {
      socket.on("error", () => {});
      if (secure === "explicit") {
        socket.write("220 Hi.\r\n");
        socket.once("data", () => socket.write("234 Go on.\r\n"));
      } else socket.resume();
    }).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const slow = addressOf({ host: "127.0.0.1", port }, { secure, connect_timeout_ms: SHORT_MS });
    const fault = await faultOf(openSession(slow));
    expect(fault).toMatchObject({ code: "timeout", message: expect.stringContaining("no TLS handshake") });
    const stop = new AbortController();
    const connected = once(listener, "connection");
    const waiting = faultOf(openSession({ ...slow, connect_timeout_ms: 60_000 }, unknownTraits(), stop.signal));
    const [socket] = await connected;
    if (secure === "explicit") await once(socket, "data"); // AUTH
    await once(socket, "data"); // ClientHello
    const closed = once(socket, "close");
    stop.abort();
    expect(await waiting).toMatchObject({ message: "abandoned" });
    await closed;
    listener.close();
    await once(listener, "close");
  });
});

describe("TLS", () => {
  it("is not to be had of a server that refuses AUTH: nothing is sent in the clear", async () => {
    await using server = await startScriptedServer();
    const fault = await faultOf(openSession(addressOf(server, { secure: "explicit" })));
    expect(fault).toMatchObject({ code: "tls", retry: false, message: expect.stringContaining("no explicit TLS") });
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    expect(server.lines()).toEqual(["AUTH TLS", "QUIT"]);
  });

  it("is not spoken where a plain server greets", async () => {
    await using server = await startScriptedServer();
    const fault = await faultOf(openSession(addressOf(server, { secure: "implicit" })));
    expect(fault).toMatchObject({ code: "tls", message: "the server does not speak TLS here" });
  });

  it("ends the log-in when the server ends the connection in the handshake; that may be tried again", async () => {
    await using server = await startScriptedServer({
      on: {
        AUTH(session) {
          session.reply("234 Go on.");
          session.close();
        },
      },
    });
    const fault = await faultOf(openSession(addressOf(server, { secure: "explicit" })));
    expect(fault).toMatchObject({ code: "tls", retry: true });
  });

  it.each([
    ["a whole reply", "230 In.\r\n"],
    ["half a reply", "230 I"],
    ["a reply that is not over", "230-In\r\n"],
  ])("takes nothing for a reply that was slipped in behind AUTH's: %s", async (_what, injected) => {
    await using server = await startScriptedServer({
      files: FILES,
      password: "another",
      tls: "explicit",
      on: {
        AUTH: (session) => {
          void session.raw(`234 Go on.\r\n${injected}`);
          session.startTls();
        },
      },
    });
    const fault = await faultOf(openSession(addressOf(server, { secure: "explicit", timeout_ms: 2_000 })));
    // what came in the clear is either refused, or forgotten, and then the password is wrong
    expect(["protocol", "login"]).toContain(fault.code);
  });

  it("gives a file in pieces of many records, none larger than 256 KiB, also while a slow disk writes", async () => {
    const bytes = bytesOf("large", 3_000_000);
    await using server = await startScriptedServer({ files: { "/large": bytes }, tls: "explicit" });
    await using session = await openSession(addressOf(server, { secure: "explicit" }));
    const pieces: Buffer[] = [];
    await take(session, "/large", bytes.length, async (_, chunk) => {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      pieces.push(Buffer.from(chunk));
    });
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(262_144);
    expect(pieces.length).toBeLessThan(bytes.length / LARGEST_RECORD_bytes);
  });

  it.each(["end", "reset"] as const)(
    "gives what came before a data connection's %s to a disk that is slow",
    async (how) => {
      const bytes = bytesOf("large", 100_000);
      const pieces: Buffer[] = [];
      const came = () => pieces.reduce((sum, { length }) => sum + length, 0);
      let over = false;
      const on = {
        RETR: async (server: ScriptedSession) => {
          const data = await server.openData();
          server.reply("150 Here.");
          await data.send(bytes);
          await vi.waitUntil(() => came() === bytes.length, PATIENCE);
          if (how === "reset") data.reset();
          else await data.end();
          await data.gone();
          over = true;
          server.reply("226 Done.");
        },
      };
      await using server = await startScriptedServer({ tls: "explicit", on });
      await using session = await openSession(addressOf(server, { secure: "explicit" }));
      const taken = await take(session, "/any", bytes.length, async (_, chunk) => {
        pieces.push(Buffer.from(chunk));
        if (came() === bytes.length && how === "reset") await vi.waitUntil(() => over, PATIENCE);
      });
      expect(taken.size).toBe(bytes.length);
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      expect(session.usable).toBe(true);
    },
  );

  it("must protect data too, in every log-in", async () => {
    await using server = await startScriptedServer({ tls: "explicit", on: { PROT: "534 No." } });
    const address = addressOf(server, { secure: "explicit" });
    expect(await faultOf(openSession(address))).toMatchObject({ code: "tls" });
    const traits = { ...unknownTraits(), known: true, asksPassword: true };
    expect(await faultOf(openSession(address, traits))).toMatchObject({ code: "tls" });
  });
});
