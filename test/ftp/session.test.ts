import { describe, expect, it } from "vitest";
import { unknownTraits } from "../../src/ftp/traits.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { namesIn, openSession, read } from "./openSession.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const FILES = { "/a.txt": "hello\n", "/sub/b": "b" };
const ITSELF = ["total 4", "drwxr-xr-x 2 ftp ftp 4096 Jan  2  2026 .", "drwxr-xr-x 2 ftp ftp 4096 Jan  2  2026 .."];

async function sessionOn(script: Script) {
  const server = await startScriptedServer(script);
  const traits = unknownTraits();
  const session = await openSession(addressOf(server), traits);
  const end = async () => {
    session.close();
    await server.stop();
  };
  const listings = () => server.lines().filter((line) => /^(MLSD|LIST)/.test(line));
  return { server, session, traits, listings, [Symbol.asyncDispose]: end };
}

describe("a listing", () => {
  it("is asked for with MLSD, in the folder", async () => {
    await using ftp = await sessionOn({ files: FILES });
    expect(await ftp.session.list("/", NOW)).toMatchObject({ incomplete: undefined });
    expect((await namesIn(ftp.session, "/")).toSorted()).toEqual(["a.txt", "sub"]);
    expect(ftp.server.lines()).toContain("CWD /");
    expect(ftp.listings()).toEqual(["MLSD", "MLSD"]);
  });

  it("is asked for with LIST -a where MLSD turns out unknown, then with LIST, and never with those again", async () => {
    await using noMlsd = await sessionOn({ files: FILES, on: { MLSD: "500 What?" } });
    await namesIn(noMlsd.session, "/");
    await namesIn(noMlsd.session, "/sub");
    expect(noMlsd.listings()).toEqual(["MLSD", "LIST -a", "LIST -a"]);
    for (const refusal of [
      "500 What?",
      "501 No options.",
      "550 -a: No such file",
      "450 -a: No such file or directory",
    ]) {
      await using noDashA = await sessionOn({
        files: FILES,
        on: {
          MLSD: "500 What?",
          LIST: (session, argument) => (argument === "-a" ? session.reply(refusal) : session.proceed()),
        },
      });
      expect((await namesIn(noDashA.session, "/")).toSorted()).toEqual(["a.txt", "sub"]);
      await namesIn(noDashA.session, "/sub");
      expect(noDashA.listings()).toEqual(["MLSD", "LIST -a", "LIST", "LIST"]);
    }
  });

  it("is no listing where the server has neither", async () => {
    await using ftp = await sessionOn({ files: FILES, on: { MLSD: "500 What?", LIST: "502 No." } });
    expect(await faultOf(ftp.session.list("/", NOW))).toMatchObject({ code: "protocol" });
  });

  it("that LIST -a answers with nothing is asked for without", async () => {
    const list: Script["on"] = {
      MLSD: "500 What?",
      LIST: (session, argument) => session.proceed(argument === "-a" ? "/nothing" : argument),
    };
    await using ftp = await sessionOn({ files: FILES, folders: ["/nothing"], on: list });
    expect(await namesIn(ftp.session, "/nothing")).toEqual([]);
    expect((await namesIn(ftp.session, "/")).toSorted()).toEqual(["a.txt", "nothing", "sub"]);
    expect(ftp.traits.list).toBe("LIST");
  });

  it("without a line is of a folder that can't be read, if others show themselves", async () => {
    await using ftp = await sessionOn({
      list: { "/": [...ITSELF, "-rw-r--r-- 1 ftp ftp 1 Jan  2  2026 x"], "/shut": [] },
    });
    expect(await namesIn(ftp.session, "/")).toEqual(["x"]);
    expect(await faultOf(ftp.session.list("/shut", NOW))).toMatchObject({ code: "denied" });
  });

  it("without a line is of an empty folder, where none shows itself (IIS)", async () => {
    await using ftp = await sessionOn({ list: { "/": ["01-02-26  03:04AM                    5 x"], "/empty": [] } });
    expect(await namesIn(ftp.session, "/")).toEqual(["x"]);
    expect(await ftp.session.list("/empty", NOW)).toMatchObject({ entries: [], incomplete: undefined });
  });

  it.each(["226 Output truncated to 2 matches", "226-Options: -a\r\n226 Output truncated to 2 matches"])(
    "that the server cut is incomplete: %s",
    async (final) => {
      await using ftp = await sessionOn({ files: FILES, final: { MLSD: final } });
      const listing = await ftp.session.list("/", NOW);
      expect(listing.entries).toHaveLength(2);
      expect(listing.incomplete).toContain("truncated to 2 matches");
    },
  );

  it("without an end is given up, with the entries that came first", async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `type=file;size=1; ${n}\r\n`).join("");
    await using ftp = await sessionOn({
      on: {
        async MLSD(session) {
          const data = await session.openData();
          session.reply("150 Here.");
          let over = false;
          void data.gone().then(() => {
            over = true;
          });
          while (!over) {
            await data.send(lines).catch(() => {});
            await new Promise((resolve) => setImmediate(resolve));
          }
        },
      },
    });
    const listing = await ftp.session.list("/", NOW);
    expect(listing.entries.length).toBe(1_000_000);
    expect(listing.incomplete).toContain("more than 1000000 entries");
  });

  it("with lines that nobody can read is incomplete, and shows the first", async () => {
    await using ftp = await sessionOn({ mlsd: { "/": ["type=file;size=1; x", "wh\x1bat?", "is this"] } });
    const listing = await ftp.session.list("/", NOW);
    expect(listing.entries).toHaveLength(1);
    expect(listing.incomplete).toBe('2 lines of the listing could not be read, such as "wh\\x1bat?"');
  });

  it.each(["226 Transfer done (but failed to open directory).", "226-Unable to read that\r\n226 0 matches total"])(
    "of a folder that can't be read is none: %s",
    async (final) => {
      await using ftp = await sessionOn({ list: { "/": ITSELF }, final: { LIST: final } });
      expect(await faultOf(ftp.session.list("/", NOW))).toMatchObject({ code: "denied" });
    },
  );

  it("that is cut off or refused is none", async () => {
    await using cut = await sessionOn({
      on: {
        MLSD: async (session) => {
          const data = await session.openData();
          session.reply("150 Here.");
          await data.send("type=file;size=1; x\r\n");
          await data.end();
          session.reply("426 Cut.");
        },
      },
    });
    expect(await faultOf(cut.session.list("/", NOW))).toMatchObject({ code: "cut_off" });
    await using ftp = await sessionOn({ files: FILES });
    expect(await faultOf(ftp.session.list("/nothing", NOW))).toMatchObject({ code: "not_found" });
    expect(ftp.session.usable).toBe(true);
  });
});

describe("the folder that a session is in", () => {
  it.each([
    ['257 "/a/b"', "/a/b"],
    ['257 "/a/b" is the current directory.', "/a/b"],
    ['257 "/q""d" is current', '/q"d'],
    ['257 "/q"d" is your current location', '/q"d'], // Pure-FTPd
    ['257 "/" is "root"', "/"],
  ])("%s", async (reply, path) => {
    await using ftp = await sessionOn({ on: { PWD: reply } });
    expect(await ftp.session.where()).toBe(path);
  });

  it("is not known from a reply without a path", async () => {
    await using ftp = await sessionOn({ on: { PWD: "257 somewhere" } });
    expect(await faultOf(ftp.session.where())).toMatchObject({ code: "protocol" });
  });
});

describe("a file's size and time", () => {
  it("are what the server says", async () => {
    await using ftp = await sessionOn({ files: FILES });
    expect(await ftp.session.size("/a.txt")).toBe(6);
    expect(await ftp.session.modified("/a.txt")).toBe("2026-01-02T03:04:05Z");
  });

  it("are unknown where the server can't tell", async () => {
    await using ftp = await sessionOn({ files: FILES, on: { SIZE: "502 No.", MDTM: "500 No." } });
    expect(await ftp.session.size("/a.txt")).toBeNull();
    expect(await ftp.session.modified("/a.txt")).toBeNull();
  });

  it("are not those of a file that is not there", async () => {
    await using ftp = await sessionOn({ files: FILES });
    expect(await faultOf(ftp.session.size("/nothing"))).toMatchObject({ code: "not_found" });
    expect(await ftp.session.modified("/nothing")).toBeNull();
  });

  it("are a fault when the session ends over them", async () => {
    await using ftp = await sessionOn({ on: { MDTM: (session) => session.close() } });
    expect(await faultOf(ftp.session.modified("/a.txt"))).toMatchObject({ code: "cut_off" });
  });
});

describe("the byte 0xFF in a name", () => {
  it("is sent as it is where that works", async () => {
    await using ftp = await sessionOn({ files: { "/\xff": "x", "/dir\xff/y": "y" } });
    expect(await read(ftp.session, "/\xff")).toBe("x");
    expect(await faultOf(ftp.session.size("/\xff\xff"))).toMatchObject({ code: "not_found" });
    expect(await namesIn(ftp.session, "/dir\xff")).toEqual(["y"]);
    expect(ftp.traits.doublesIac).toBe(false);
  });

  it("is doubled where only that does, and is known after the first time", async () => {
    const undouble = (session: Parameters<Exclude<NonNullable<Script["on"]>[string], string>>[0], argument: string) =>
      session.proceed(argument.replaceAll("\xff\xff", "\x01").replaceAll("\xff", "").replaceAll("\x01", "\xff"));
    const on = { RETR: undouble, CWD: undouble, SIZE: undouble, MDTM: undouble };
    await using ftp = await sessionOn({ files: { "/\xff": "x", "/dir\xff/y": "y" }, on });
    expect(await faultOf(ftp.session.size("/none\xff"))).toMatchObject({ code: "not_found" });
    expect(ftp.traits.doublesIac).toBeUndefined();
    expect(await ftp.session.modified("/\xff")).toBe("2026-01-02T03:04:05Z");
    expect(await read(ftp.session, "/\xff")).toBe("x");
    expect(await namesIn(ftp.session, "/dir\xff")).toEqual(["y"]);
    expect(ftp.server.lines().filter((line) => line.startsWith("RETR"))).toEqual(["RETR /\xff\xff"]);
  });
});
