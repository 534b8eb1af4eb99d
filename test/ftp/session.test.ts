import { describe, expect, it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import type { DataConnection } from "../servers/scripted/dataConnection.ts";
import type { Script } from "../servers/scripted/script.ts";
import { faultOf } from "./faultOf.ts";
import { listed, namesIn, read } from "./openSession.ts";
import { endlessly, sending, sessionOn } from "./sessionOn.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const FILES = { "/a.txt": "hello\n", "/sub/b": "b" };
const ITSELF = ["total 4", "drwxr-xr-x 2 ftp ftp 4096 Jan  2  2026 .", "drwxr-xr-x 2 ftp ftp 4096 Jan  2  2026 .."];

const LISTS = /^(MLSD|LIST)/;

describe("a listing", () => {
  it("is asked for with MLSD, in the folder", async () => {
    await using ftp = await sessionOn({ files: FILES });
    expect(await listed(ftp.session, "/", NOW)).toMatchObject({ incomplete: undefined });
    expect((await namesIn(ftp.session, "/")).toSorted()).toEqual(["a.txt", "sub"]);
    expect(ftp.server.lines()).toContain("CWD /");
    expect(ftp.lines(LISTS)).toEqual(["MLSD", "MLSD"]);
  });

  it("is asked for with LIST -a where MLSD turns out unknown, then with LIST, and never with those again", async () => {
    await using noMlsd = await sessionOn({ files: FILES, on: { MLSD: "500 What?" } });
    await namesIn(noMlsd.session, "/");
    await namesIn(noMlsd.session, "/sub");
    expect(noMlsd.lines(LISTS)).toEqual(["MLSD", "LIST -a", "LIST -a"]);
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
      expect(noDashA.lines(LISTS)).toEqual(["MLSD", "LIST -a", "LIST", "LIST"]);
    }
  });

  it("is no listing where the server has neither", async () => {
    await using ftp = await sessionOn({ files: FILES, on: { MLSD: "500 What?", LIST: "502 No." } });
    expect(await faultOf(listed(ftp.session, "/", NOW))).toMatchObject({ code: "protocol" });
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
    expect(await faultOf(listed(ftp.session, "/shut", NOW))).toMatchObject({ code: "denied" });
  });

  it.each([
    ["IIS", ["01-02-26  03:04AM                    5 x"]],
    ["`ls` without -a, which sums up what is there", ["total 4", "-rw-r--r-- 1 ftp ftp 1 Jan  2  2026 x"]],
  ])("without a line is of an empty folder, where none shows itself: %s", async (_server, lines) => {
    await using ftp = await sessionOn({ list: { "/": lines, "/empty": [] } });
    expect(await namesIn(ftp.session, "/")).toEqual(["x"]);
    expect(await listed(ftp.session, "/empty", NOW)).toMatchObject({ entries: [], incomplete: undefined });
    const before = ftp.lines(/^LIST/).length;
    await listed(ftp.session, "/empty", NOW);
    expect(ftp.lines(/^LIST/)).toHaveLength(before + 1);
  });

  it.each(["226 Output truncated to 2 matches", "226-Options: -a\r\n226 Output truncated to 2 matches"])(
    "that the server cut is incomplete: %s",
    async (final) => {
      await using ftp = await sessionOn({ files: FILES, final: { MLSD: final } });
      const listing = await listed(ftp.session, "/", NOW);
      expect(listing.entries).toHaveLength(2);
      expect(listing.incomplete).toContain("truncated to 2 matches");
    },
  );

  it("hands on its entries while the server still sends", async () => {
    let goOn = () => {};
    const taken = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const sends = async (data: DataConnection) => {
      await data.send("type=file;size=1; first\r\n");
      await taken;
      await data.send("type=file;size=1; second\r\n");
    };
    await using ftp = await sessionOn({ on: { MLSD: sending(sends) } });
    const names: string[] = [];
    await ftp.session.list("/", NOW, ({ name }) => {
      names.push(name);
      goOn();
    });
    expect(names).toEqual(["first", "second"]);
  });

  it.each([undefined, "explicit", "implicit"] as const)("of many megabytes comes whole, with TLS: %s", async (tls) => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `type=file;size=${n}; ${"x".repeat(80)}${n}`);
    await using ftp = await sessionOn({ ...(tls === undefined ? {} : { tls }), mlsd: { "/": lines } });
    const { entries, incomplete } = await listed(ftp.session, "/", NOW);
    expect(incomplete).toBeUndefined();
    expect(entries.map(({ size }) => size)).toEqual(lines.map((_, n) => n));
  });

  it("lets others have their turn after a megabyte or so, however much has come", async () => {
    const line = `type=file;size=1; ${"x".repeat(80)}\r\n`;
    await using ftp = await sessionOn({ on: { MLSD: sending((data) => data.send(line.repeat(200_000))) } });
    let sinceTurn = 0;
    let most = 0;
    let over = false;
    const turn = () => {
      sinceTurn = 0;
      if (!over) setImmediate(turn);
    };
    turn();
    await ftp.session.list("/", NOW, () => {
      most = Math.max(most, ++sinceTurn);
    });
    over = true;
    expect(most * line.length).toBeLessThan(1.5 * 1024 ** 2);
  });

  it("without an end ends where its taker says so, and is incomplete", async () => {
    const line = "type=file;size=1; x\r\n";
    await using ftp = await sessionOn({ on: { MLSD: sending((data) => endlessly(data, line.repeat(10_000))) } });
    let taken = 0;
    const { incomplete } = await ftp.session.list("/", NOW, () => {
      if (++taken > 25_000) throw new Fault("listing_incomplete", "enough");
    });
    expect([taken, incomplete]).toEqual([25_001, "enough"]);
    expect(ftp.session.usable).toBe(false);
  });

  it.each([
    ["lines of the folder itself", "type=cdir; .\r\n"],
    ["lines that nobody can read", "what is this\r\n"],
    ["one line", "x"],
  ])("without an end and without an entry is none: %s", async (_, text) => {
    const much = text.repeat(1_000_000 / text.length);
    await using ftp = await sessionOn({ on: { MLSD: sending((data) => endlessly(data, much)) } });
    expect(await faultOf(listed(ftp.session, "/", NOW))).toMatchObject({ code: "protocol", retry: false });
  });

  it("that a server breaks off as if it did not know the command is not asked for with another", async () => {
    const sends = (data: DataConnection) => data.send("type=file;size=1; x\r\n");
    await using ftp = await sessionOn({ on: { MLSD: sending(sends, "150 Here.", "500 What?") } });
    expect(await faultOf(listed(ftp.session, "/", NOW))).toMatchObject({ code: "protocol" });
    expect(ftp.lines(LISTS)).toEqual(["MLSD"]);
    expect(ftp.traits.mlsd).toBe(true);
  });

  it("with lines that nobody can read is incomplete, and shows the first", async () => {
    await using ftp = await sessionOn({ mlsd: { "/": ["type=file;size=1; x", "wh\x1bat?", "is this"] } });
    const listing = await listed(ftp.session, "/", NOW);
    expect(listing.entries).toHaveLength(1);
    expect(listing.incomplete).toBe('2 lines of the listing could not be read, such as "wh\\x1bat?"');
  });

  it.each(["226 Transfer done (but failed to open directory).", "226-Unable to read that\r\n226 0 matches total"])(
    "of a folder that can't be read is none: %s",
    async (final) => {
      await using ftp = await sessionOn({ list: { "/": ITSELF }, final: { LIST: final } });
      expect(await faultOf(listed(ftp.session, "/", NOW))).toMatchObject({ code: "denied" });
    },
  );

  it("that is cut off or refused is none", async () => {
    const sends = (data: DataConnection) => data.send("type=file;size=1; x\r\n");
    await using cut = await sessionOn({ on: { MLSD: sending(sends, "150 Here.", "426 Cut.") } });
    expect(await faultOf(listed(cut.session, "/", NOW))).toMatchObject({ code: "cut_off" });
    await using ftp = await sessionOn({ files: FILES });
    expect(await faultOf(listed(ftp.session, "/nothing", NOW))).toMatchObject({ code: "not_found" });
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

describe("a file's version", () => {
  it("is its size and its time, asked for in one go", async () => {
    await using ftp = await sessionOn({ files: FILES });
    expect(await ftp.session.version("/a.txt")).toEqual({ size: 6, modified: "2026-01-02T03:04:05Z" });
    expect(ftp.lines(/^(SIZE|MDTM)/)).toEqual(["SIZE /a.txt", "MDTM /a.txt"]);
  });

  it.each([
    ["502 No.", "213 20260102030405", { size: null, modified: "2026-01-02T03:04:05Z" }],
    ["550 Not allowed.", "213 20260102030405", { size: null, modified: "2026-01-02T03:04:05Z" }],
    ["213 6", "550 No time.", { size: 6, modified: null }],
    ["213 6", "213 yesterday", { size: 6, modified: null }],
    ["213 6", "213 20260230256199", { size: 6, modified: null }],
    ["213 99999999999999999999", "500 What?", { size: null, modified: null }],
    ["500 What?", "500 What?", { size: null, modified: null }],
  ])("is what the server says of it: SIZE %s, MDTM %s", async (SIZE, MDTM, version) => {
    await using ftp = await sessionOn({ on: { SIZE, MDTM } });
    expect(await ftp.session.version("/a.txt")).toEqual(version);
  });

  it("is none where the server ends the session over it", async () => {
    await using ftp = await sessionOn({ files: FILES, on: { MDTM: "421 Bye." } });
    expect(await faultOf(ftp.session.version("/a.txt"))).toMatchObject({ code: "cut_off", retry: true });
  });

  it("is none when the file is gone: it has neither", async () => {
    await using ftp = await sessionOn({ files: FILES });
    expect(await faultOf(ftp.session.version("/nothing"))).toMatchObject({ code: "not_found" });
    await using noSize = await sessionOn({ on: { SIZE: "502 No.", MDTM: "550 /a.txt: No such file" } });
    expect(await faultOf(noSize.session.version("/a.txt"))).toMatchObject({ code: "not_found" });
  });
});

describe("the byte 0xFF in a name", () => {
  it("is sent as it is where that works", async () => {
    await using ftp = await sessionOn({ files: { "/\xff": "x", "/\xff\xfe": "z", "/dir\xff/y": "y" } });
    expect(await read(ftp.session, "/\xff")).toBe("x");
    // ProFTPD takes that, too
    expect(ftp.traits.doublesIac).toBeUndefined();
    expect(await read(ftp.session, "/\xff\xfe")).toBe("z");
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
