import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, expect, it, vi } from "vitest";
import type { Session } from "../../src/ftp/session.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { PATIENCE } from "../patience.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { namesIn, openSession, read, take } from "./openSession.ts";

const FILES = { "/a.txt": "hello\n" };

describe("replies", () => {
  it("may come in pieces, a segment each", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: {
        FEAT: (session) => session.raw("211-Feat", "ures:\r", "\n MLST type*;si", "ze*;\r\n211", " End\r\n"),
        RETR: async (session) => {
          const data = await session.openData();
          await session.raw("15", "0 Here\r\n");
          await data.send("hello\n");
          await data.end();
          await session.raw("22", "6 Do", "ne.\r\n");
        },
      },
    });
    await using session = await openSession(addressOf(server));
    expect(await read(session, "/a.txt", 6)).toBe("hello\n");
    expect(session.usable).toBe(true);
    await namesIn(session, "/");
    expect(server.lines()).toContain("MLSD");
  });

  it("may come several in one segment", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      greeting: "120 Soon.\r\n220-Welcome\r\n220 not yet\r\n220 Now",
      on: {
        RETR: async (session) => {
          const data = await session.openData();
          await data.send("hello\n");
          await data.end();
          session.reply("150 Here.", "226 Done.");
        },
      },
    });
    // 220-…, then "220 not yet" ends it; the next 220 is one reply too many
    const fault = await faultOf(openSession(addressOf(server)));
    expect(fault.code).toBe("protocol");
    await using sane = await startScriptedServer({ files: FILES, greeting: "120 Soon.\r\n220-Welcome\r\n220 Now" });
    await using session = await openSession(addressOf(sane));
    expect(await read(session, "/a.txt")).toBe("hello\n");
  });

  it("that nobody asked for end the session", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { CWD: (session) => session.reply("250 OK", "250 And once more") },
    });
    await using session = await openSession(addressOf(server));
    await session.enter("/");
    await vi.waitUntil(() => !session.usable, PATIENCE);
    const fault = await faultOf(session.where());
    expect(fault).toMatchObject({ code: "protocol", message: expect.stringContaining("once more") });
  });

  it("with 421 end the session, whenever they come", async () => {
    await using server = await startScriptedServer({
      on: {
        PWD: "421 Idle for too long.",
        CWD(session) {
          session.reply("250 OK");
          session.reply("421 Shutting down.");
        },
      },
    });
    await using asked = await openSession(addressOf(server));
    expect(await faultOf(asked.where())).toMatchObject({ code: "cut_off", message: "PWD: 421 Idle for too long." });
    expect(asked.usable).toBe(false);
    await using unasked = await openSession(addressOf(server));
    await unasked.enter("/");
    await vi.waitUntil(() => !unasked.usable, PATIENCE);
    expect(await faultOf(unasked.where())).toMatchObject({
      code: "cut_off",
      message: expect.stringContaining("Shutting down"),
    });
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
  });

  it("an endless greeting, reply or stream of replies ends", async () => {
    const junk = "who are you?\r\n".repeat(10_000);
    await using server = await startScriptedServer({
      on: {
        PWD: (session) => session.raw(`257 ${"x".repeat(100_000)}`),
        CWD: (session) => session.raw(`250-${"line\r\n".repeat(20_000)}`),
        SIZE: (session) => session.raw("150 Soon.\r\n".repeat(1_000)),
        MDTM: (session) => session.raw(junk),
        RETR: (session) => session.raw("150 Soon.\r\n".repeat(1_000)),
      },
    });
    const asked = {
      "reply line without an end": (session: Session) => session.where(),
      "exceeded maximum allowed size": (session: Session) => session.enter("/"),
      "more than 100 replies to one command": (session: Session) => session.size("/a.txt"),
      "response without a reply": (session: Session) => session.modified("/a.txt"),
      "more than 100 replies": (session: Session) => read(session, "/a.txt"),
    };
    for (const [message, ask] of Object.entries(asked)) {
      await using session = await openSession(addressOf(server));
      const fault = await faultOf(ask(session));
      expect(fault).toMatchObject({ code: "protocol", message: expect.stringContaining(message) });
      expect(session.usable).toBe(false);
    }
    for (const greeting of [junk, `220-${junk}`, `220 ${"x".repeat(100_000)}`]) {
      await using greeter = await startScriptedServer({ greeting });
      expect(await faultOf(openSession(addressOf(greeter)))).toMatchObject({ code: "protocol" });
    }
  });

  it.each(["x", "257-x\r\n", "150 Soon.\r\n", "junk\r\n"])(
    "that trickle in and never end are silence: %j",
    async (piece) => {
      await using server = await startScriptedServer({
        on: {
          PWD: async (session) => {
            let over = false;
            void session.gone().then(() => {
              over = true;
            });
            while (!over) await session.raw(piece);
          },
        },
      });
      await using session = await openSession(addressOf(server, { timeout_ms: SHORT_MS }));
      const fault = await faultOf(session.where());
      expect(fault).toMatchObject({ code: "timeout", message: "no reply to PWD within 0.2 s" });
    },
  );

  it("may hold what a terminal must not be shown; messages don't", async () => {
    await using server = await startScriptedServer({ on: { CWD: "550 \x1b]0;gone\x07 \0 no such folder" } });
    await using session = await openSession(addressOf(server));
    const fault = await faultOf(session.enter("/"));
    expect(fault).toMatchObject({ code: "not_found", message: "CWD: 550 \\x1b]0;gone\\x07 \\x00 no such folder" });
    expect(await faultOf(session.enter("/"))).toMatchObject({ code: "not_found" });
  });
});

describe("a session", () => {
  it("that the server closed is not usable any more, without being asked", async () => {
    await using server = await startScriptedServer({
      on: {
        CWD(session) {
          session.reply("250 OK");
          session.close();
        },
        PWD: (session) => session.reset(),
      },
    });
    await using session = await openSession(addressOf(server));
    await session.enter("/");
    await vi.waitUntil(() => !session.usable, PATIENCE);
    await using other = await openSession(addressOf(server));
    expect(await faultOf(other.where())).toMatchObject({ code: "cut_off" });
  });

  it("gives up on silence, and says on which command", async () => {
    await using server = await startScriptedServer({ on: { PWD: (session) => session.gone() } });
    await using session = await openSession(addressOf(server, { timeout_ms: SHORT_MS }));
    const fault = await faultOf(session.where());
    expect(fault).toMatchObject({ code: "timeout", message: "no reply to PWD within 0.2 s" });
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
  });

  it("never sends a name with a line end", async () => {
    await using server = await startScriptedServer();
    await using session = await openSession(addressOf(server));
    for (const name of ["/a\r\nDELE b", "/a\nb", "/a\0b"]) {
      expect(await faultOf(session.enter(name))).toMatchObject({ code: "unsafe_name" });
      expect(await faultOf(take(session, name, null, () => {}))).toMatchObject({ code: "unsafe_name" });
    }
    expect(server.lines().join(" ")).not.toMatch(/DELE|CWD|RETR/);
  });

  it("says QUIT", async () => {
    await using server = await startScriptedServer();
    const session = await openSession(addressOf(server));
    session.close();
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    expect(server.lines().at(-1)).toBe("QUIT");
  });
});

describe("a server that can't be reached", () => {
  it("is one that refuses, one without an address, or one without a way to it", async () => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    listener.close();
    await once(listener, "close");
    const refused = await faultOf(openSession(addressOf({ host: "127.0.0.1", port })));
    expect(refused).toMatchObject({ code: "connect_refused", message: `127.0.0.1:${port}: connection refused` });
    const unknown = await faultOf(openSession(addressOf({ host: "ftp-harvest.invalid", port })));
    expect(unknown).toMatchObject({ code: "dns", message: expect.stringContaining("ftp-harvest.invalid") });
    const nowhere = await faultOf(openSession(addressOf({ host: "255.255.255.255", port })));
    expect(nowhere).toMatchObject({ code: "unreachable" });
  });

  it("is found by any of its host's addresses", async () => {
    await using server = await startScriptedServer({ files: FILES });
    await using session = await openSession(addressOf({ ...server, host: "localhost" }));
    expect(await read(session, "/a.txt")).toBe("hello\n");
  });
});

describe("log-ins after the first", () => {
  it("write USER, PASS and the rest at once", async () => {
    const lines: string[] = [];
    const listener = createServer((socket: Socket) => {
      socket.on("error", () => {});
      socket.write("220 Ready.\r\n");
      socket.on("data", (bytes) => {
        lines.push(...bytes.toString("latin1").split("\r\n").slice(0, -1));
        // not a word before all of it is here
        if (lines.length === 3) socket.write("331 Password.\r\n230 In.\r\n200 Binary.\r\n");
      });
    }).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const traits = { ...unknownTraits(), known: true, asksPassword: true };
    const session = await openSession(addressOf({ host: "127.0.0.1", port }), traits);
    expect(lines).toEqual(["USER anyone", "PASS open-sesame", "TYPE I"]);
    session.close();
    listener.close();
    await once(listener, "close");
  });
});
