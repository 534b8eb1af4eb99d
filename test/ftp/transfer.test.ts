import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it, vi } from "vitest";
import type { Session } from "../../src/ftp/session.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { Fault } from "../../src/records/fault.ts";
import { PATIENCE } from "../patience.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { bytesOf } from "../servers/trees.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { listed, openSession, read, take } from "./openSession.ts";

const FILES = { "/a.txt": "hello\n", "/empty": "" };

type Retr = NonNullable<Script["on"]>[string];

/** A session on a server that answers RETR so. */
async function retr(handler: Retr | undefined, timeout_ms = 20_000, script: Script = {}) {
  const on = { ...script.on, ...(handler === undefined ? {} : { RETR: handler }) };
  const server = await startScriptedServer({ files: FILES, ...script, on });
  const session = await openSession(addressOf(server, { timeout_ms, secure: script.tls ?? "none" }));
  const end = async () => {
    session.close();
    await server.stop();
  };
  return { server, session: session as Session, [Symbol.asyncDispose]: end };
}

describe("a file", () => {
  it("comes whole, with and without a listed size, and leaves the session usable", async () => {
    await using ftp = await retr(undefined);
    expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
    expect(await read(ftp.session, "/a.txt", null)).toBe("hello\n");
    expect(await read(ftp.session, "/empty", 0)).toBe("");
    expect(ftp.session.usable).toBe(true);
  });

  it.each(["none", "explicit"] as const)("is taken no faster than it can be written (TLS: %s)", async (tls) => {
    const bytes = bytesOf("large", 3_000_000);
    const script = { files: { "/large": bytes }, ...(tls === "none" ? {} : { tls }) };
    await using ftp = await retr(undefined, 20_000, script);
    const got = Buffer.alloc(bytes.length);
    let writing = 0;
    const { size } = await take(ftp.session, "/large", bytes.length, async (offset, chunk) => {
      expect(++writing).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      got.set(chunk, offset);
      writing--;
    });
    expect(size).toBe(bytes.length);
    expect(got.equals(bytes)).toBe(true);
    expect(ftp.session.usable).toBe(true);
  });

  it("may be written slowly: that is no silence of the server", async () => {
    await using ftp = await retr(undefined, SHORT_MS);
    let written = false;
    await take(ftp.session, "/a.txt", 6, async () => {
      await new Promise((resolve) => setTimeout(resolve, 4 * SHORT_MS));
      written = true;
    });
    expect(written).toBe(true);
  });

  it("that ends in order is told by its size, whatever was listed", async () => {
    await using ftp = await retr(undefined);
    for (const listed of [null, 0, 5, 6, 7]) {
      expect(await take(ftp.session, "/a.txt", listed, () => {})).toEqual({ size: 6, from: 0 });
    }
    expect(ftp.session.usable).toBe(true);
  });

  it("may be told to be over before its bytes come", async () => {
    await using ftp = await retr(async (session) => {
      const data = await session.openData();
      session.reply("150 Here.", "226 Done.");
      await data.send("hello\n");
      await data.end();
    });
    expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
    expect(ftp.session.usable).toBe(true);
  });

  it("with all its bytes is good when the server says so and leaves its data connection open", async () => {
    await using ftp = await retr(async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("hello\n");
      session.reply("250 Done.");
    }, SHORT_MS);
    expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
    expect(ftp.session.usable).toBe(true);
  });

  it("with all its bytes but no final reply is good, the session is not", async () => {
    await using ftp = await retr(undefined, SHORT_MS, { final: { RETR: null } });
    expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
    expect(ftp.session.usable).toBe(false);
  });

  it("with all its bytes but no final reply is good after ten seconds, however long `timeout` is", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    try {
      let over = false;
      const silent: Retr = async (session) => {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.send("hello\n");
        await data.end();
        await data.gone();
        over = true;
      };
      await using ftp = await retr(silent, 600_000);
      const reading = read(ftp.session, "/a.txt", 6);
      await vi.waitUntil(() => over, PATIENCE);
      vi.advanceTimersByTime(11_000);
      expect(ftp.session.usable).toBe(false);
      expect(await reading).toBe("hello\n");
    } finally {
      vi.useRealTimers();
    }
  });

  it("with all its bytes is good when the control connection is cut, before or after the end of the data", async () => {
    for (const early of [true, false]) {
      await using ftp = await retr(async (session) => {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.send("hello\n");
        // a moment for the client to read it: with the control connection this server ends all else
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (!early) await data.end();
        session.close();
      });
      expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
      expect(ftp.session.usable).toBe(false);
    }
  });

  it("with all its bytes is good when its data connection is reset after them", async () => {
    await using ftp = await retr(async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("hello\n");
      await new Promise((resolve) => setTimeout(resolve, 50));
      data.reset();
      session.reply("226 Done.");
    });
    expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
  });
});

describe("no file", () => {
  it("is one that the server refuses: the session stays usable", async () => {
    await using ftp = await retr(undefined);
    expect(await faultOf(take(ftp.session, "/nothing", 6, () => {}))).toMatchObject({ code: "not_found" });
    expect(await read(ftp.session, "/a.txt")).toBe("hello\n");
  });

  it("is one that is refused with a reset data connection, before or after the reply: the session stays usable", async () => {
    for (const resetFirst of [true, false]) {
      await using ftp = await retr(async (session, name) => {
        if (name !== "/gone") return session.proceed();
        const data = await session.openData();
        if (resetFirst) data.reset();
        session.reply("550 No such file.");
        if (!resetFirst) data.reset();
      });
      for (let n = 0; n < 5; n++) {
        expect(await faultOf(take(ftp.session, "/gone", 6, () => {}))).toMatchObject({ code: "not_found" });
      }
      expect(await read(ftp.session, "/a.txt")).toBe("hello\n");
      expect(ftp.server.connections).toBe(1);
    }
  });

  it.each([
    ["451 Disk error.", "busy"],
    ["426 Cut.", "cut_off"],
    ["550 Sorry.", "not_found"],
  ])("is one with all its bytes and then %s", async (final, code) => {
    await using ftp = await retr(undefined, 20_000, { final: { RETR: final } });
    expect(await faultOf(take(ftp.session, "/a.txt", 6, () => {}))).toMatchObject({ code });
    expect(ftp.session.usable).toBe(true);
  });

  it.each([
    ["where the listing said fewer", 10_000, "size_mismatch", true],
    ["where nobody said how many", null, "too_large", false],
  ] as const)("is one with more bytes than may come, %s: no more of it is read", async (_, expected, code, retry) => {
    let gone = false;
    await using ftp = await retr(async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      const forEver = setInterval(() => void data.send("x".repeat(10_000)), 1);
      await data.gone();
      clearInterval(forEver);
      gone = true;
    });
    let taken = 0;
    const chunk = (_: number, bytes: Uint8Array) => {
      taken += bytes.length;
    };
    const fault = await faultOf(ftp.session.retrieve({ path: "/a.txt", from: 0, expected, most: 15_000, chunk }));
    expect(fault).toMatchObject({ code, retry, message: expect.stringContaining("more than 15000 bytes came") });
    expect(taken).toBeLessThanOrEqual(15_000);
    expect(ftp.session.usable).toBe(false);
    await vi.waitUntil(() => gone, PATIENCE);
  });

  it("of unknown size is whole without a positive final reply", async () => {
    await using mute = await retr(undefined, SHORT_MS, { final: { RETR: null } });
    expect(await faultOf(take(mute.session, "/a.txt", null, () => {}))).toMatchObject({ code: "timeout" });
    await using cut = await retr(async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("hello\n");
      session.close();
      await data.gone();
    });
    expect(await faultOf(take(cut.session, "/a.txt", null, () => {}))).toMatchObject({ code: "cut_off" });
    await using reset = await retr(async (session) => {
      const data = await session.openData();
      await data.send("hello\n");
      data.reset();
      session.reply("226 Done.");
    });
    expect(await faultOf(take(reset.session, "/a.txt", null, () => {}))).toMatchObject({ code: "cut_off" });
  });

  it("is an empty one of which the server never spoke", async () => {
    await using cut = await retr((session) => session.close());
    expect(await faultOf(take(cut.session, "/empty", 0, () => {}))).toMatchObject({ code: "cut_off" });
    await using mute = await retr(async (session) => (await session.openData()).end(), SHORT_MS);
    expect(await faultOf(take(mute.session, "/empty", 0, () => {}))).toMatchObject({ code: "timeout" });
    await using dead = await retr(undefined);
    dead.session.close();
    expect(await faultOf(take(dead.session, "/empty", 0, () => {}))).toMatchObject({ code: "cut_off" });
  });

  it("and no listing is one of which came a final reply only, and then one that nobody asked for", async () => {
    const stray: Retr = async (session) => {
      session.reply("213 20260101030400");
      session.reply("213 20260101030400");
      await session.gone();
    };
    await using ftp = await retr(stray, 20_000, { on: { MLSD: stray } });
    expect(await faultOf(listed(ftp.session, "/"))).toMatchObject({ code: "protocol", retry: true });
    await using another = await retr(stray);
    expect(await faultOf(read(another.session, "/a.txt"))).toMatchObject({ code: "protocol", retry: true });
  });

  it("is one that ends in the middle with a cut of both connections", async () => {
    await using ftp = await retr(async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("hel");
      data.reset();
      session.reset();
    });
    expect(await faultOf(take(ftp.session, "/a.txt", 6, () => {}))).toMatchObject({ code: "cut_off", retry: true });
    expect(ftp.session.usable).toBe(false);
  });

  it("is one that can't be written: its fault is the one that counts, and the transfer ends at once", async () => {
    const full = new Fault("disk", "no space left");
    for (const chunk of [
      () => {
        throw full;
      },
      () => Promise.reject(full),
    ]) {
      await using ftp = await retr(async (session) => {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.send("hello\n");
        await data.gone();
        session.reply("426 You left.");
      });
      expect(await faultOf(take(ftp.session, "/a.txt", 1_000_000, chunk))).toBe(full);
      expect(ftp.session.usable).toBe(false);
      await vi.waitUntil(() => ftp.server.connected === 0, PATIENCE);
    }
  });

  it("is told of before its last write is done", async () => {
    await using ftp = await retr(async (session) => {
      const data = await session.openData();
      await data.send("hello\n");
      session.reply("451 Disk error.");
    });
    let writing = false;
    const fault = await faultOf(
      take(ftp.session, "/a.txt", 6, async () => {
        writing = true;
        await new Promise((resolve) => setTimeout(resolve, 100));
        writing = false;
      }),
    );
    expect(fault.code).toBe("busy");
    expect(writing).toBe(false);
  });
});

describe("silence", () => {
  it.each([
    ["instead of any answer", (session) => session.gone(), /no data/],
    [
      "after the data connection",
      async (session) => {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.gone();
      },
      /no data for/,
    ],
    [
      "in the middle of the data",
      async (session) => {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.send("hel");
        await data.gone();
      },
      /no data for/,
    ],
    [
      "after too few bytes",
      async (session) => {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.send("hel");
        await data.end();
      },
      /no final reply/,
    ],
  ] satisfies [string, Retr, RegExp][])("%s ends the transfer and the session", async (_when, handler, message) => {
    await using ftp = await retr(handler, SHORT_MS);
    const fault = await faultOf(take(ftp.session, "/a.txt", 6, () => {}));
    expect(fault).toMatchObject({ code: "timeout", message: expect.stringMatching(message) });
    expect(ftp.session.usable).toBe(false);
    await vi.waitUntil(() => ftp.server.connected === 0, PATIENCE);
  });
});

describe("a data connection", () => {
  it("the address in PASV is never used", async () => {
    // The server's port of another address: whoever tried it would be heard here.
    const elsewhere = createServer((socket) => socket.destroy());
    const tried = vi.fn();
    elsewhere.on("connection", tried);
    const on: Script["on"] = {
      EPSV: "500 No.",
      PASV: async (session) => {
        const port = await session.listen();
        elsewhere.close().listen(port, "127.0.0.2");
        await once(elsewhere, "listening");
        session.reply(`227 Entering Passive Mode (127,0,0,2,${port >> 8},${port & 255}).`);
      },
    };
    await using ftp = await retr(undefined, 20_000, { on });
    expect(await read(ftp.session, "/a.txt")).toBe("hello\n");
    expect(await listed(ftp.session, "/")).toMatchObject({ entries: { length: 2 } });
    expect(tried).not.toHaveBeenCalled();
    elsewhere.close();
  });

  it("is asked for with PASV where EPSV is refused, and EPSV is not tried again", async () => {
    await using ftp = await retr(undefined, 20_000, { on: { EPSV: "500 No." } });
    await read(ftp.session, "/a.txt");
    await read(ftp.session, "/a.txt");
    expect(ftp.server.lines().filter((line) => line === "EPSV")).toHaveLength(1);
    expect(ftp.server.lines().filter((line) => line === "PASV")).toHaveLength(2);
  });

  it("to nowhere after EPSV makes the next one PASV", async () => {
    const nowhere: Retr = (session) => session.reply(`229 Extended (|||${session.deafPort()}|)`);
    const server = await startScriptedServer({ files: FILES, on: { EPSV: nowhere, RETR: swallow } });
    const traits = unknownTraits();
    const settings = addressOf(server, { timeout_ms: SHORT_MS });
    await using first = await openSession(settings, traits);
    const fault = await faultOf(take(first, "/a.txt", 6, () => {}));
    expect(fault).toMatchObject({ code: "connect_refused", message: expect.stringContaining("data connection") });
    expect(traits.passive).toBe("pasv");
    await using second = await openSession({ ...settings, timeout_ms: 20_000 }, traits);
    expect(await read(second, "/a.txt")).toBe("hello\n");
    await server.stop();
  });

  it("is not made to the port of a refused one, which ends only now (ProFTPD): it is asked for again", async () => {
    for (const before of [0, 3]) {
      let [port, refused] = [0, false];
      const EPSV: Retr = async (session) => {
        if (refused) session.deafPort();
        else port = await session.listen();
        refused = false;
        session.reply(`229 Extended (|||${port}|)`);
      };
      const gone: Retr = (session, name) => {
        refused = name === "/gone";
        return session.proceed();
      };
      await using ftp = await retr(gone, 20_000, { on: { EPSV } });
      for (let n = 0; n < before; n++) await read(ftp.session, "/a.txt", 6);
      expect(await faultOf(take(ftp.session, "/gone", 6, () => {}))).toMatchObject({ code: "not_found" });
      expect(await read(ftp.session, "/a.txt", 6)).toBe("hello\n");
      expect(ftp.session.astray).toBe(false);
      expect(ftp.server.connections).toBe(1);
    }
  });

  it("is asked for with EPSV again where that was doubted and the server has no PASV (IPv6)", async () => {
    await using ftp = await retr((session) => (session.count() === 1 ? session.gone() : session.proceed()), SHORT_MS, {
      on: { PASV: "522 Use EPSV." },
    });
    const settings = addressOf(ftp.server);
    const traits = unknownTraits();
    await using first = await openSession({ ...settings, timeout_ms: SHORT_MS }, traits);
    expect(await faultOf(take(first, "/a.txt", 6, () => {}))).toMatchObject({ code: "timeout" });
    expect(traits.passive).toBe("pasv");
    await using second = await openSession(settings, traits);
    expect(await read(second, "/a.txt")).toBe("hello\n");
  });

  it("that the server never takes up is no file, even when it says so", async () => {
    await using ftp = await retr((session) => session.reply("226 Done."), SHORT_MS);
    expect(await faultOf(take(ftp.session, "/a.txt", 6, () => {}))).toMatchObject({ code: "timeout" });
  });

  it.each([
    ["229 Extended (|||0|)", "227 Passive (127,0,0,1,0,0)."],
    ["229 Extended (|||70000|)", "227 Passive (127,0,0,1,999,1)."],
    ["229 Extended", "227 Passive."],
  ])("needs a port: %s", async (epsv, pasv) => {
    await using ftp = await retr(undefined, 20_000, { on: { EPSV: epsv, PASV: pasv } });
    expect(await faultOf(take(ftp.session, "/a.txt", 6, () => {}))).toMatchObject({ code: "protocol" });
    expect(await faultOf(listed(ftp.session, "/"))).toMatchObject({
      code: "protocol",
      message: expect.stringContaining("PASV"),
    });
    expect(ftp.session.usable).toBe(true);
  });
});

/** Answers as usual behind PASV; behind EPSV waits for a connection that never comes. */
function swallow(session: Parameters<Exclude<Retr, string>>[0]): Promise<void> {
  return session.count("PASV") > 0 ? session.proceed() : session.gone();
}
