import { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Session } from "../../src/ftp/session.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { PATIENCE } from "../patience.ts";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import type { Meanwhile, Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { plantFiles, temporaryFolder } from "../servers/trees.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { listed, namesIn, openSession, read } from "./openSession.ts";
import { sending, sessionOn } from "./sessionOn.ts";

const FILES = { "/a": "first\n", "/b": "second\n", "/c": "third\n", "/d": "fourth\n" };
const SIZES = { "/a": 6, "/b": 7, "/c": 6, "/d": 7 };

const transfers = (lines: readonly string[]) => lines.filter((line) => /^(EPSV|PASV|RETR)/.test(line));

/** The file, which the server has as it is. */
async function fetch(session: Parameters<typeof read>[0], path: keyof typeof FILES): Promise<void> {
  expect(await read(session, path, SIZES[path])).toBe(FILES[path]);
}

describe("the passive command for the next transfer", () => {
  it("goes out behind the command of this one, once a first transfer has come about without", async () => {
    await using ftp = await sessionOn({ files: FILES });
    await fetch(ftp.session, "/a");
    expect(transfers(ftp.server.lines())).toEqual(["EPSV", "RETR /a"]);
    await fetch(ftp.session, "/b");
    expect(ftp.traits.ahead).toBe("on trial");
    await fetch(ftp.session, "/c");
    expect(ftp.traits.ahead).toBe("works");
    await fetch(ftp.session, "/d");
    await vi.waitFor(
      () =>
        expect(transfers(ftp.server.lines())).toEqual([
          ...["EPSV", "RETR /a"],
          ...["EPSV", "RETR /b"],
          ...["EPSV", "RETR /c"],
          ...["EPSV", "RETR /d"],
          "EPSV",
        ]),
      PATIENCE,
    );
  });

  it("leaves in one piece with it: servers that look up while they transfer find nothing more to read", async () => {
    await using ftp = await sessionOn({ files: FILES });
    await fetch(ftp.session, "/a");
    const write = vi.spyOn(Socket.prototype, "write");
    try {
      await fetch(ftp.session, "/b");
      await fetch(ftp.session, "/c");
      const retrs = write.mock.calls.map(([text]) => String(text)).filter((text) => text.includes("RETR"));
      expect(retrs).toEqual(["RETR /b\r\nEPSV\r\n", "RETR /c\r\nEPSV\r\n"]);
    } finally {
      write.mockRestore();
    }
  });

  it("is PASV where EPSV is not known", async () => {
    await using ftp = await sessionOn({ files: FILES, on: { EPSV: "502 Not implemented." } });
    for (const path of ["/a", "/b", "/c"] as const) await fetch(ftp.session, path);
    expect(transfers(ftp.server.lines()).slice(-3)).toEqual(["PASV", "RETR /c", "PASV"]);
    expect(ftp.traits.ahead).toBe("works");
  });

  it.each([
    ["more than servers hand over in one go", 64 * 1024 + 1],
    ["nobody knows how much", null],
  ])("waits for its turn where the file has %s", async (_, size) => {
    await using ftp = await sessionOn({ files: { ...FILES, "/large": "x".repeat(70_000) } });
    for (const path of ["/a", "/b", "/c"] as const) await fetch(ftp.session, path);
    await read(ftp.session, "/large", size);
    expect(transfers(ftp.server.lines()).at(-1)).toBe("RETR /large");
    await fetch(ftp.session, "/d");
    expect(ftp.session.usable).toBe(true);
  });

  it("is tried by one session of a server; the others follow when it works", async () => {
    await using server = await startScriptedServer({ files: FILES });
    const traits = unknownTraits();
    await using one = await openSession(addressOf(server), traits);
    await using other = await openSession(addressOf(server), traits);
    const sent = () => server.lines().filter((line) => line === "EPSV").length;
    await fetch(one, "/a");
    await fetch(one, "/b");
    await vi.waitFor(() => expect(sent()).toBe(3), PATIENCE);
    await fetch(other, "/a");
    expect(sent()).toBe(4);
    await fetch(one, "/c");
    await fetch(other, "/b");
    await vi.waitFor(() => expect(sent()).toBe(7), PATIENCE);
  });

  it("is tried by another session when the first one ends before it knows", async () => {
    await using server = await startScriptedServer({ files: FILES });
    const traits = unknownTraits();
    await using one = await openSession(addressOf(server), traits);
    await fetch(one, "/a");
    await fetch(one, "/b");
    expect(traits.ahead).toBe("on trial");
    one.close();
    expect(traits.ahead).toBe("untried");
  });

  it("is sent again where its port was not used for five seconds", async () => {
    await using ftp = await sessionOn({ files: FILES });
    for (const path of ["/a", "/b", "/c"] as const) await fetch(ftp.session, path);
    const began_ms = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(began_ms + 6_000);
    try {
      await fetch(ftp.session, "/d");
    } finally {
      clock.mockRestore();
    }
    await vi.waitFor(
      () => expect(transfers(ftp.server.lines()).slice(-4)).toEqual(["EPSV", "EPSV", "RETR /d", "EPSV"]),
      PATIENCE,
    );
  });
});

describe("before a listing", () => {
  it("it goes out behind CWD, once it is known which one works", async () => {
    await using ftp = await sessionOn({ files: { "/in/a": "first\n", "/out/b": "second\n" } });
    await namesIn(ftp.session, "/in");
    const write = vi.spyOn(Socket.prototype, "write");
    try {
      expect(await namesIn(ftp.session, "/out")).toEqual(["b"]);
      const asked = write.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith("CWD"));
      expect(asked).toEqual(["CWD /out\r\nEPSV\r\n"]);
    } finally {
      write.mockRestore();
    }
  });

  it.each([
    ["the question for a version", (session: Session) => session.version("/x\ny")],
    ["a folder", (session: Session) => namesIn(session, "/x\ny")],
  ])("a command that never leaves costs the next file nothing: %s", async (_, refused) => {
    await using ftp = await sessionOn({ files: FILES });
    await fetch(ftp.session, "/a");
    expect(await faultOf(refused(ftp.session))).toMatchObject({ code: "unsafe_name" });
    await fetch(ftp.session, "/b");
  });

  it("it waits for its turn on a server that was led astray", async () => {
    await using ftp = await sessionOn({ files: { "/in/a": "first\n", "/out/b": "second\n" } });
    await namesIn(ftp.session, "/in");
    ftp.traits.ahead = "never";
    await namesIn(ftp.session, "/out");
    expect(ftp.lines(/^(CWD|EPSV|MLSD)/)).toEqual(["CWD /in", "EPSV", "MLSD", "CWD /out", "EPSV", "MLSD"]);
  });

  it("a folder that can't be entered leaves the port for the next one", async () => {
    await using ftp = await sessionOn({ files: { "/in/a": "first\n", "/out/b": "second\n" } });
    await namesIn(ftp.session, "/in");
    expect(await faultOf(namesIn(ftp.session, "/gone"))).toMatchObject({ code: "not_found" });
    expect(await namesIn(ftp.session, "/out")).toEqual(["b"]);
    expect(ftp.lines(/^EPSV/)).toHaveLength(3);
  });
});

describe("with the question for a file's version", () => {
  it("it goes out in one write, and the file comes through that port", async () => {
    await using ftp = await sessionOn({ files: FILES });
    await fetch(ftp.session, "/a");
    const write = vi.spyOn(Socket.prototype, "write");
    try {
      expect(await ftp.session.version("/b")).toEqual({ size: 7, modified: "2026-01-02T03:04:05Z" });
      // the port is there already
      await ftp.session.version("/b");
      const asked = write.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith("SIZE"));
      expect(asked).toEqual(["SIZE /b\r\nMDTM /b\r\nEPSV\r\n", "SIZE /b\r\nMDTM /b\r\n"]);
    } finally {
      write.mockRestore();
    }
    await fetch(ftp.session, "/b");
    expect(transfers(ftp.server.lines())).toEqual(["EPSV", "RETR /a", "EPSV", "RETR /b", "EPSV"]);
  });

  it.each([
    ["502 No.", "500 What?", { size: null, modified: null }],
    ["213 7", "502 No.", { size: 7, modified: null }],
  ])("it is answered in its turn where the server knows less: SIZE %s, MDTM %s", async (SIZE, MDTM, version) => {
    await using ftp = await sessionOn({ files: FILES, on: { SIZE, MDTM } });
    await fetch(ftp.session, "/a");
    expect(await ftp.session.version("/b")).toEqual(version);
    await fetch(ftp.session, "/b");
    expect(transfers(ftp.server.lines()).slice(2, 4)).toEqual(["EPSV", "RETR /b"]);
  });

  it("it is left where the file is gone, for the next one", async () => {
    await using ftp = await sessionOn({ files: FILES });
    await fetch(ftp.session, "/a");
    expect(await faultOf(ftp.session.version("/gone"))).toMatchObject({ code: "not_found" });
    await fetch(ftp.session, "/b");
    expect(transfers(ftp.server.lines()).slice(2, 4)).toEqual(["EPSV", "RETR /b"]);
  });

  it("it waits for its turn on a server that was led astray", async () => {
    await using ftp = await sessionOn({ files: FILES });
    await fetch(ftp.session, "/a");
    ftp.traits.ahead = "never";
    await ftp.session.version("/b");
    expect(ftp.lines(/^EPSV/)).toHaveLength(1);
  });

  it("an answer too few ends the session when the port is needed", async () => {
    await using ftp = await sessionOn({ files: FILES, on: { MDTM: () => {} } }, { timeout_ms: SHORT_MS });
    await fetch(ftp.session, "/a");
    // the answer to the command behind is taken for this one's
    expect(await ftp.session.version("/b")).toEqual({ size: 7, modified: null });
    await faultOf(read(ftp.session, "/b", 7));
    expect(ftp.session.usable).toBe(false);
    expect(ftp.session.astray).toBe(true);
    await using next = await openSession(addressOf(ftp.server), ftp.traits);
    await fetch(next, "/b");
  });
});

describe("a file that the server refuses", () => {
  it("is refused when the command behind is answered in its turn, and the session goes on", async () => {
    await using ftp = await sessionOn({ files: FILES });
    for (const path of ["/a", "/b", "/c"] as const) await fetch(ftp.session, path);
    const fault = await faultOf(read(ftp.session, "/gone", 6));
    expect(fault.code).toBe("not_found");
    expect(ftp.session.astray).toBe(false);
    await fetch(ftp.session, "/d");
    expect(ftp.traits.ahead).toBe("works");
  });
});

describe("a session that breaks where it has worked", () => {
  it("costs no try, and three of them leave the others as they are; the fourth does not", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { RETR: (session, path) => (path === "/d" ? session.reset() : session.proceed()) },
    });
    const traits = unknownTraits();
    for (const expected of ["works", "works", "works", "never"]) {
      await using session = await openSession(addressOf(server), traits);
      for (const path of ["/a", "/b", "/c"] as const) await fetch(session, path);
      expect(traits.ahead).toBe("works");
      await faultOf(read(session, "/d", 7));
      expect(session.astray).toBe(true);
      expect(traits.ahead).toBe(expected);
    }
  });

  it("is not what a busy file is: that is refused, and the session goes on", async () => {
    await using ftp = await sessionOn({
      files: FILES,
      on: { RETR: (session, path) => (path === "/d" ? session.reply("450 Busy.") : session.proceed()) },
    });
    for (const path of ["/a", "/b", "/c"] as const) await fetch(ftp.session, path);
    expect(await faultOf(read(ftp.session, "/d", 7))).toMatchObject({ message: "RETR: 450 Busy." });
    expect(ftp.session.usable).toBe(true);
    expect(ftp.traits.ahead).toBe("works");
  });
});

/** What goes wrong with the second file, behind which the passive command goes out for the first time. */
async function surprise(script: Script, timeout_ms = 20_000) {
  const ftp = await sessionOn({ files: FILES, ...script }, { timeout_ms });
  await fetch(ftp.session, "/a");
  return ftp;
}

describe("a surprise", () => {
  it.each<Meanwhile>(["450", "500", "relistens"])(
    "(a server that answers out of turn: %s) ends the session, and no other one of the server tries it again",
    async (meanwhile) => {
      await using ftp = await surprise({ meanwhile });
      await faultOf(read(ftp.session, "/b", 7));
      expect(ftp.session.usable).toBe(false);
      expect(ftp.session.astray).toBe(true);
      expect(ftp.traits.ahead).toBe("never");
      await using next = await openSession(addressOf(ftp.server), ftp.traits);
      for (const path of ["/b", "/c", "/d"] as const) await fetch(next, path);
      expect(transfers(ftp.server.lines()).at(-1)).toBe("RETR /d");
    },
  );

  it("(a server that never answers it) ends the session when the next transfer needs the port", async () => {
    await using ftp = await surprise({ meanwhile: "lost" }, SHORT_MS);
    await fetch(ftp.session, "/b");
    await faultOf(read(ftp.session, "/c", 6));
    expect(ftp.session.astray).toBe(true);
    expect(ftp.traits.ahead).toBe("never");
  });

  it("(a server that never answers it) ends the session at any other command, too", async () => {
    await using ftp = await surprise({ meanwhile: "lost" });
    await fetch(ftp.session, "/b");
    // its reply is taken for the other one's
    await faultOf(ftp.session.version("/c"));
    expect(ftp.session.astray).toBe(true);
    expect(ftp.traits.ahead).toBe("never");
  });

  it("(a server that refuses it in its turn) costs nothing: it is sent again, and never again ahead", async () => {
    await using ftp = await surprise({
      on: {
        EPSV: (session) => (session.count() === 3 ? session.reply("425 Address already in use.") : session.proceed()),
      },
    });
    await fetch(ftp.session, "/b");
    await fetch(ftp.session, "/c");
    expect(ftp.session.usable).toBe(true);
    expect(ftp.traits.ahead).toBe("never");
    expect(transfers(ftp.server.lines()).slice(-4)).toEqual(["RETR /b", "EPSV", "EPSV", "RETR /c"]);
  });

  it("(a port that nobody listens on any more) is no fault of the file", async () => {
    await using ftp = await surprise({
      on: {
        EPSV: (session) =>
          session.count() === 3 ? session.reply(`229 Here (|||${session.deafPort()}|)`) : session.proceed(),
      },
    });
    await fetch(ftp.session, "/b");
    await faultOf(read(ftp.session, "/c", 6));
    expect(ftp.session.astray).toBe(true);
  });

  it("(a final reply that never comes) lets the file be, which is whole, and is not met again", async () => {
    await using ftp = await surprise(
      {
        on: {
          RETR: (session, path) =>
            path === "/b"
              ? sending((data) => data.send("second\n"), "150 Here.", "150 Still.")(session, path)
              : session.proceed(),
        },
      },
      SHORT_MS,
    );
    await fetch(ftp.session, "/b");
    expect(ftp.session.usable).toBe(false);
    expect(ftp.traits.ahead).toBe("never");
  });

  it("(a session that ends before the command leaves) is no wait for the answer", async () => {
    await using ftp = await surprise({ on: { REST: (session) => session.reply("350 Go on.", "226 What for?") } });
    for (const path of ["/b", "/c"] as const) await fetch(ftp.session, path);
    const rest = { path: "/b", from: 3, expected: 7, most: 7, chunk: () => {} };
    expect(await faultOf(ftp.session.retrieve(rest))).toMatchObject({ code: "protocol" });
    expect(ftp.session.usable).toBe(false);
  });

  it("is none when we end the session ourselves", async () => {
    await using ftp = await surprise({
      on: { RETR: (session, path) => (path === "/b" ? session.gone() : session.proceed()) },
    });
    const failing = faultOf(read(ftp.session, "/b", 7));
    await vi.waitFor(() => expect(ftp.server.lines()).toContain("RETR /b"), PATIENCE);
    ftp.session.close();
    await failing;
    expect(ftp.session.astray).toBe(false);
    expect(ftp.traits.ahead).toBe("untried");
  });
});

const root = temporaryFolder();
beforeAll(() => plantFiles(root.path, { count: 20, directories: 0, sizes: [0, 1, 4096, 60_000, 200_000] }));
afterAll(() => root[Symbol.dispose]());

describeServers(SERVER_KINDS, (kind) => {
  it.concurrent.each(["none", "explicit"] as const)(
    "takes it, and gives every file whole (TLS: %s)",
    async (secure) => {
      await using server = await startServer({ kind, root: root.path, ...(secure === "explicit" && { tls: secure }) });
      const traits = unknownTraits();
      await using session = await openSession(addressOf(server, { secure, insecure: true }), traits);
      for (let round = 0; round < 3; round++) {
        for (const { name, size } of (await listed(session, "/")).entries) {
          if (size !== null && size > 60_000) expect(await session.version(`/${name}`)).toMatchObject({ size });
          expect(await read(session, `/${name}`, size)).toHaveLength(size ?? -1);
        }
      }
      expect(traits.ahead).toBe("works");
      expect(session.astray).toBe(false);
    },
  );
});
