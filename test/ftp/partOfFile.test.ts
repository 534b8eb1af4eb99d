import { describe, expect, it } from "vitest";
import type { Retrieval } from "../../src/ftp/retrieve.ts";
import type { Session } from "../../src/ftp/session.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import type { Handler, Script } from "../servers/scripted/script.ts";
import { bytesOf, plantFile, temporaryFolder } from "../servers/trees.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { openSession, read } from "./openSession.ts";
import { sessionOn } from "./sessionOn.ts";

const LARGE = bytesOf("large", 3_000_000);

/** A part of a file from an offset to another one, and what came of it. */
function part(path: string, from: number, to: number, size: number) {
  const pieces: Buffer[] = [];
  const chunk: Retrieval["chunk"] = (_, bytes) => void pieces.push(Buffer.from(bytes));
  const retrieval: Retrieval = { path, from, expected: size, most: size, until: () => to, chunk };
  return { retrieval, came: () => Buffer.concat(pieces) };
}

/** Sends ten bytes of `/a`, waits until the client has left, and says this. */
function left(reply: string | null): Handler {
  return async (session) => {
    const data = await session.openData();
    session.reply("150 Here.");
    await data.send("0123456789");
    await data.gone();
    if (reply !== null) session.reply(reply);
  };
}

const FILES = { "/a": "0123456789abcdef", "/b": "b" };
const on = (RETR: Handler): Script => ({
  files: FILES,
  on: { RETR: (session, path) => (path === "/a" ? RETR(session, path) : session.proceed()) },
});

describe("a part of a file", () => {
  it.each([
    "426 Closed.",
    "451 Local error.",
    "226 Done.",
    "550 Broken pipe.",
    "150 0.021 seconds (measured here), 1.00 Mbytes per second",
  ])("is ended when it is here; after %s the session goes on", async (reply) => {
    await using ftp = await sessionOn(on(left(reply)));
    const { retrieval, came } = part("/a", 0, 5, 16);
    expect(await ftp.session.retrieve(retrieval)).toEqual({ size: 10, from: 0 });
    expect(came().toString()).toBe("0123456789");
    expect(await read(ftp.session, "/b")).toBe("b");
    expect(ftp.traits.silentAfterEarlyEnd).toBe(false);
  });

  it("is here also where the server says nothing more, for which no one waits a second time", async () => {
    const traits = unknownTraits();
    for (const timeout_ms of [SHORT_MS, 20_000]) {
      await using ftp = await sessionOn(on(left(null)), { timeout_ms });
      const session = await openSession(addressOf(ftp.server, { timeout_ms }), traits);
      const { retrieval } = part("/a", 0, 5, 16);
      expect(await session.retrieve(retrieval)).toEqual({ size: 10, from: 0 });
      expect(session.usable).toBe(false);
      expect(traits.silentAfterEarlyEnd).toBe(true);
    }
  });

  it("is here also where the server ends the session with it", async () => {
    const leaves: Handler = async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("0123456789");
      await data.gone();
      session.reset();
    };
    await using ftp = await sessionOn(on(leaves));
    expect(await ftp.session.retrieve(part("/a", 0, 5, 16).retrieval)).toEqual({ size: 10, from: 0 });
    expect(ftp.session.usable).toBe(false);
  });

  it.each(["502 What?", "501 No."])(
    "is none of a server that answers REST with %s, and the session goes on",
    async (reply) => {
      await using ftp = await sessionOn({ files: FILES, on: { REST: reply } });
      await expect(ftp.session.retrieve(part("/a", 4, 9, 16).retrieval)).rejects.toMatchObject({ code: "protocol" });
      expect(ftp.lines(/^RETR/)).toEqual([]);
      expect(await read(ftp.session, "/b")).toBe("b");
    },
  );

  it("may go to the file's end, which is not hurried", async () => {
    await using ftp = await sessionOn({ files: FILES });
    const { retrieval, came } = part("/a", 10, 16, 16);
    expect(await ftp.session.retrieve(retrieval)).toEqual({ size: 16, from: 10 });
    expect(came().toString()).toBe("abcdef");
  });
});

const PARTS = [0, 1_000_000, 50];

/** Takes 100,000 bytes from an offset of LARGE on, and holds against it what came. */
async function takePart(session: Session, from: number): Promise<void> {
  const { retrieval, came } = part("/a", from, from + 100_000, LARGE.length);
  await session.retrieve(retrieval);
  const bytes = came();
  expect(bytes.length).toBeGreaterThanOrEqual(100_000);
  expect(bytes.equals(LARGE.subarray(from, from + bytes.length))).toBe(true);
}

/** A server that has LARGE as `/a`, plain or with TLS. */
async function serving(kind: ServerKind, secure: "none" | "explicit") {
  const root = temporaryFolder();
  plantFile(root.path, "a", LARGE);
  const server = await startServer({ kind, root: root.path, ...(secure === "explicit" && { tls: secure }) });
  const stop = async () => {
    await server.stop();
    root[Symbol.dispose]();
  };
  return { address: addressOf(server, { secure }), [Symbol.asyncDispose]: stop };
}

/** ProFTPD's mod_tls takes the broken pipe for a panic now and then and ends the session, before its 426 or behind it (1.3.8). */
const PANICS = { kind: "proftpd", secure: "explicit" } as const;

describeServers(SERVER_KINDS, (kind) => {
  it.concurrent.each(
    (["none", "explicit"] as const).filter((secure) => kind !== PANICS.kind || secure !== PANICS.secure),
  )("goes on after a part, with TLS: %s", async (secure) => {
    await using server = await serving(kind, secure);
    await using session = await openSession(server.address);
    for (const from of PARTS) await takePart(session, from);
    expect((await session.version("/a")).size).toBe(LARGE.length);
  });
});

describeServers([PANICS.kind], (kind) => {
  it.concurrent("gives a part over TLS, though it may end the session with it", async () => {
    await using server = await serving(kind, PANICS.secure);
    for (const from of PARTS) {
      await using session = await openSession(server.address);
      await takePart(session, from);
    }
  });
});
