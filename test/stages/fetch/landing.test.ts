import { createHash } from "node:crypto";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { Foldings } from "../../../src/sink/folding.ts";
import { PATIENCE } from "../../patience.ts";
import type { ScriptedSession } from "../../servers/scripted/session.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { collect, fieldOf, StageWorld } from "../stageWorld.ts";
import { fetch, of1 } from "./fetchFrom.ts";
import { file, MODIFIED, stage } from "./fetchInput.ts";
import { LivingFile, type Transfer } from "./livingFile.ts";

const LARGE = 100_000;
const OLD = "o".repeat(LARGE);
const NEW = "n".repeat(LARGE);
/** No two places of it are the same. */
const COUNTED = Array.from({ length: LARGE / 10 }, (_, n) => String(n).padStart(10)).join("");
const LATER = "20260102030406";
const LATER_ISO = "2026-01-02T03:04:06Z";

const large = (more = {}) => file("a", LARGE, more);
/** As LIST tells times. */
const coarse = { modified: "2026-01-02T03:04", modified_from: "list" };

/** The first transfer breaks after 70,000 bytes, and then `meanwhile` happens. */
function cutOnce(meanwhile: () => void = () => {}) {
  return async (transfer: Transfer) => {
    if (transfer.count > 1) return transfer.rest();
    await transfer.upTo(70_000);
    await transfer.cut();
    meanwhile();
  };
}

function partSizes({ folder }: StageWorld): number[] {
  const parts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".fh-part"));
  return parts.map((name) => statSync(join(folder, name)).size);
}

const asked = (lines: readonly string[], ...words: string[]) =>
  lines.filter((line) => words.includes(line.split(" ")[0] ?? ""));

describe("a file that was cut off", () => {
  it("an interrupted file goes on where it stopped if it is still the same on the server", async () => {
    // Before it goes on, and when it is whole; LIST's times are no version, so there it is asked before the first byte, too.
    for (const [more, questions] of [
      [{}, 2],
      [coarse, 3],
    ] as const) {
      const { records, contents, lines } = await fetch(new LivingFile(OLD).script(cutOnce()), [large(more)], {
        retries: 1,
      });
      expect(of1(records, "download")).toMatchObject({ bytes: LARGE, attempts: 2, resumed_from: 70_000 });
      expect(asked(lines, "REST")).toEqual(["REST 65904"]);
      expect(asked(lines, "MDTM")).toHaveLength(questions);
      expect(contents).toEqual([OLD]);
    }
  });

  it("two versions of a file are never mixed, also not after a resume", async () => {
    const living = new LivingFile(OLD);
    const { records, contents, lines } = await fetch(
      living.script(cutOnce(() => living.become(NEW, LATER))),
      [large()],
      { retries: 1 },
    );
    expect(contents).toEqual([NEW]);
    expect(asked(lines, "REST")).toEqual([]);
    expect(of1(records, "download")).toMatchObject({ bytes: LARGE, changed: { size: LARGE, modified: LATER_ISO } });
    expect(of1(records, "download")).not.toHaveProperty("resumed_from");
  });

  it("and changes while the rest of it comes is fetched again from its beginning", async () => {
    const living = new LivingFile(OLD);
    const send = async (transfer: Transfer) => {
      if (transfer.count === 1) return cutOnce()(transfer);
      if (transfer.count === 2) {
        await transfer.upTo(80_000);
        living.become(NEW, LATER);
      }
      return transfer.rest();
    };
    const { contents, lines } = await fetch(living.script(send), [large()], { retries: 1 });
    expect(contents).toEqual([NEW]);
    expect(asked(lines, "REST", "RETR")).toEqual(["RETR /a", "REST 65904", "RETR /a", "RETR /a"]);
  });

  it("is fetched from its beginning by a server that knows no REST", async () => {
    const on = { REST: "502 Command not implemented." };
    const { records, contents } = await fetch(new LivingFile(OLD).script(cutOnce(), on), [large()], { retries: 1 });
    expect(contents).toEqual([OLD]);
    expect(of1(records, "download")).toMatchObject({ bytes: LARGE, attempts: 2 });
    expect(of1(records, "download")).not.toHaveProperty("resumed_from");
  });

  it("is not gone on with by a server that says yes to REST and begins at 0, also where the line breaks again", async () => {
    const ignored = { REST: "350 Restarting." };
    const send = async (transfer: Transfer) => {
      if (transfer.count > 2) return transfer.rest();
      await transfer.upTo(transfer.count === 1 ? 70_000 : LARGE - 70_000);
      await transfer.cut();
    };
    const { records, contents } = await fetch(new LivingFile(COUNTED).script(send, ignored), [large()], { retries: 2 });
    expect(contents).toEqual([COUNTED]);
    expect(of1(records, "download")).toMatchObject({ bytes: LARGE, attempts: 2 });
  });

  it("costs no try where an earlier run has left what is not gone on with", async () => {
    const world = new StageWorld();
    const living = new LivingFile(COUNTED);
    {
      await using server = await startScriptedServer(living.script(cutOnce()));
      world.add("s", { port: server.port });
      expect(of1(await collect([large()], stage(world)), "failure")).toMatchObject({ code: "cut_off" });
    }
    const ignored = { REST: "350 Restarting." };
    const { records, contents } = await fetch(
      living.script((transfer) => transfer.rest(), ignored),
      [large()],
      { retries: 0 },
      {},
      world,
    );
    expect(contents).toEqual([COUNTED]);
    expect(of1(records, "download")).toMatchObject({ attempts: 1 });
  });

  it("is not gone on with where more of it is here than it has", async () => {
    const living = new LivingFile(`${COUNTED}${"x".repeat(1_000)}`);
    const send = async (transfer: Transfer) => {
      if (transfer.count > 1) return transfer.rest();
      await transfer.upTo(LARGE + 1_000);
      await transfer.cut();
      living.become(COUNTED);
    };
    const { records, contents } = await fetch(living.script(send), [large()], { retries: 1 });
    expect(contents.map((text) => text.length)).toEqual([LARGE]);
    expect(contents).toEqual([COUNTED]);
    expect(of1(records, "download")).toMatchObject({ bytes: LARGE, attempts: 2 });
  });

  it("is fetched from its beginning where the server tells no time", async () => {
    const on = { MDTM: "502 Command not implemented." };
    const { contents, lines } = await fetch(new LivingFile(OLD).script(cutOnce(), on), [large()], { retries: 1 });
    expect(contents).toEqual([OLD]);
    expect(asked(lines, "REST")).toEqual([]);
  });

  it.each(["no run", "a run before the last reboot"])(
    "goes on in the next run after %s, and nothing is left of it then",
    async (before) => {
      const world = new StageWorld();
      const living = new LivingFile(OLD);
      if (before !== "no run") writeFileSync(join(world.folder, ".s.fh-parts"), "another boot");
      {
        await using server = await startScriptedServer(living.script(cutOnce()));
        world.add("s", { port: server.port });
        const records = await collect([large()], stage(world));
        expect(of1(records, "failure")).toMatchObject({ code: "cut_off" });
      }
      const left = readdirSync(world.folder).toSorted();
      expect(left).toEqual([".s.fh-parts", "s"]);
      expect(readdirSync(join(world.folder, "s"))).toEqual([
        expect.stringMatching(/^\.[0-9a-f]{16}-[0-9a-f]{8}\.fh-part$/),
      ]);
      writeFileSync(join(world.folder, "s", ".0123456789abcdef.fh-part"), "of an earlier version");
      writeFileSync(join(world.folder, "s", ".0123456789abcdef-0badcafe.fh-part"), OLD);
      const { records, contents, landed } = await fetch(living.script(), [large()], {}, {}, world);
      expect(of1(records, "download")).toMatchObject({ attempts: 1, resumed_from: 70_000 });
      expect({ landed, contents }).toEqual({ landed: ["a"], contents: [OLD] });
    },
  );

  it("is not gone on with by another file that gets its name in the next run", async () => {
    const world = new StageWorld();
    {
      await using server = await startScriptedServer(new LivingFile(OLD).script(cutOnce()));
      world.add("s", { port: server.port });
      expect(of1(await collect([large()], stage(world)), "failure")).toMatchObject({ code: "cut_off" });
    }
    const { contents } = await fetch(new LivingFile(NEW).script(), [large({ path: "/b" })], {}, {}, world);
    expect(contents).toEqual([NEW]);
  });

  it("by a signal goes on in the next run", async () => {
    const stopped = new StageWorld();
    const living = new LivingFile(OLD);
    await using server = await startScriptedServer(
      living.script(async (transfer) => {
        if (transfer.count > 1) return transfer.rest();
        await transfer.upTo(70_000);
        await vi.waitUntil(() => partSizes(stopped).includes(70_000), PATIENCE);
        stopped.stop.abort();
        stopped.pools.close();
      }),
    );
    stopped.add("s", { port: server.port });
    const records = await collect([large()], stage(stopped));
    expect(of1(records, "harvested")).toMatchObject({ asked: 1, not_started: 1 });
    expect(partSizes(stopped)).toEqual([70_000]);
    using next = new StageWorld();
    next.add("s", { port: server.port, buffer_path: stopped.folder });
    expect(of1(await collect([large()], stage(next)), "download")).toMatchObject({ resumed_from: 70_000 });
    expect(readdirSync(stopped.folder)).toEqual(["s"]);
    stopped[Symbol.dispose]();
  });

  it("leaves nothing behind when it is too small to be worth it", async () => {
    const send = async (transfer: Transfer) => {
      await transfer.upTo(10_000);
      await transfer.cut();
    };
    expect((await fetch(new LivingFile(OLD).script(send), [large()])).landed).toEqual([]);
  });

  it("leaves nothing behind when it is gone from the server meanwhile", async () => {
    let gone = false;
    const { records, landed } = await fetch(
      new LivingFile(OLD).script(
        cutOnce(() => {
          gone = true;
        }),
        Object.fromEntries(
          ["SIZE", "MDTM"].map((word) => [word, (session) => session.reply(gone ? "550 Gone." : "500 What?")]),
        ),
      ),
      [large()],
      { retries: 1 },
    );
    expect(of1(records, "download")).toMatchObject({ attempts: 2 });
    expect(landed).toEqual(["a"]);
  });
});

describe("a file that is not what was listed", () => {
  it("a file that changed is taken only if the server is consistent with what came", async () => {
    const living = new LivingFile("grown by now", LATER);
    const { records, contents, lines } = await fetch(living.script(), [file("a", 5)]);
    expect(contents).toEqual(["grown by now"]);
    const changed = { size: 12, modified: LATER_ISO };
    expect(of1(records, "download")).toMatchObject({ size: 5, modified: MODIFIED, bytes: 12, changed });
    // The first time that it came it might have been half old, half new.
    expect(asked(lines, "RETR", "SIZE")).toEqual(["RETR /a", "SIZE /a", "RETR /a", "SIZE /a"]);
  });

  it("has the server's time here when it was taken", async () => {
    const world = new StageWorld();
    await using server = await startScriptedServer(new LivingFile("grown by now", LATER).script());
    using here = world;
    here.add("s", { port: server.port });
    await collect([file("a", 5)], stage(here));
    expect(statSync(join(here.folder, "s", "a")).mtime.toISOString()).toBe("2026-01-02T03:04:06.000Z");
  });

  it("that is rewritten while it is read, with the right size in the end, is fetched again", async () => {
    const living = new LivingFile("o".repeat(5_000));
    const send = async (transfer: Transfer) => {
      if (transfer.count === 1) {
        await transfer.upTo(2_000);
        living.become("n".repeat(6_000), LATER);
      }
      return transfer.rest();
    };
    const { contents } = await fetch(living.script(send), [file("a", 5_000)]);
    expect(contents).toEqual(["n".repeat(6_000)]);
  });

  it.each([{}, coarse])("that is large and rewritten in place while it is read is fetched again", async (more) => {
    const living = new LivingFile(OLD);
    const send = async (transfer: Transfer) => {
      if (transfer.count === 1) {
        await transfer.upTo(50_000);
        living.become(NEW, LATER);
      }
      return transfer.rest();
    };
    const { contents } = await fetch(living.script(send), [large(more)]);
    expect(contents).toEqual([NEW]);
  });

  it("and changes each time is `changed`, and nothing of it stays", async () => {
    const living = new LivingFile("x");
    const send = (transfer: Transfer) => {
      living.become("x".repeat(transfer.count + 10), `2026010203040${transfer.count}`);
      return transfer
        .rest()
        .then(() => living.become("y".repeat(transfer.count + 20), `2026010203041${transfer.count}`));
    };
    const { records, landed, lines } = await fetch(living.script(send), [file("a", 1)]);
    expect(of1(records, "failure")).toMatchObject({ code: "changed", retry: true, attempts: 1 });
    expect(asked(lines, "RETR")).toHaveLength(4);
    expect(landed).toEqual([]);
  });

  it("a short file with a positive final reply is no file", async () => {
    const short = async (transfer: Transfer) => {
      await transfer.upTo(3);
      await transfer.end();
    };
    const { records, landed } = await fetch(new LivingFile("whole").script(short), [file("a", 5)]);
    expect(of1(records, "failure")).toMatchObject({ code: "size_mismatch", retry: true });
    expect(landed).toEqual([]);
  });

  it("a listing that lies on size is found out", async () => {
    const honest = await fetch(new LivingFile("four").script(), [file("a", 5_000_000)]);
    expect(of1(honest.records, "download")).toMatchObject({ bytes: 4, changed: { size: 4, modified: MODIFIED } });
    const living = new LivingFile("four");
    living.size = 5_000_000;
    const stubborn = await fetch(living.script(), [file("a", 5_000_000)]);
    expect(of1(stubborn.records, "failure")).toMatchObject({ code: "size_mismatch" });
    expect(stubborn.landed).toEqual([]);
  });

  it("the size of each file is verified", async () => {
    const living = new LivingFile("four");
    living.size = null;
    for (const size of [3, 5]) {
      const { records, landed } = await fetch(living.script(), [file("a", size)]);
      expect(of1(records, "failure")).toMatchObject({ code: "size_mismatch" });
      expect(landed).toEqual([]);
    }
    // Where the listing says none, the server does.
    living.size = 5;
    const { records } = await fetch(living.script(), [file("a", null)]);
    expect(of1(records, "failure")).toMatchObject({ code: "size_mismatch" });
  });

  it("more bytes than promised are never taken on trust", async () => {
    const living = new LivingFile("five, and more");
    living.size = 4;
    const some = await fetch(living.script(), [file("a", 4)]);
    expect(of1(some.records, "failure")).toMatchObject({ code: "size_mismatch" });
    const endless = new LivingFile("x".repeat(17 * 1024 * 1024));
    const much = await fetch(endless.script(), [file("a", 4)]);
    expect(of1(much.records, "failure")).toMatchObject({ code: "size_mismatch" });
    const beyond = await fetch(living.script(), [file("a", null)], { max_file_size: 5 });
    expect(of1(beyond.records, "failure")).toMatchObject({ code: "too_large", retry: false });
    expect([some.landed, much.landed, beyond.landed]).toEqual([[], [], []]);
  });

  it("is too large before a connection is made", async () => {
    const { records, lines } = await fetch({}, [file("a", 6)], { max_file_size: 5 });
    expect(of1(records, "failure")).toMatchObject({ code: "too_large", retry: false, attempts: 0 });
    expect(lines).toEqual([]);
  });

  it("is too large before its first byte where the server says so then", async () => {
    const files = { "/a": { bytes: OLD, size: 2 * LARGE } };
    const { records, lines } = await fetch({ files }, [large(coarse)], { max_file_size: LARGE });
    expect(of1(records, "failure")).toMatchObject({ code: "too_large", retry: false });
    expect(asked(lines, "RETR")).toEqual([]);
  });

  it("only in the time that MDTM gives, on a server whose clocks don't agree, is fetched twice but once", async () => {
    const living = new LivingFile(OLD, "20260102050405");
    const input = [large(), large({ path: "/a", name: "b" })];
    const { records, lines } = await fetch(living.script(), input, { connections: 1 });
    expect(records.filter(({ type }) => type === "download")).toMatchObject([{ bytes: LARGE }, { bytes: LARGE }]);
    for (const record of records) expect(record).not.toHaveProperty("changed");
    expect(asked(lines, "RETR")).toHaveLength(3);
  });

  it("whose time MDTM refuses teaches nothing of the clocks", async () => {
    const MDTM = (session: ScriptedSession) =>
      session.reply(session.count("MDTM") === 1 ? "550 Not now." : "213 20260102050405");
    const input = ["a", "b", "c"].map((name) => large({ path: "/a", name }));
    const { lines } = await fetch(new LivingFile(OLD).script(undefined, { MDTM }), input, { connections: 1 });
    // The second one twice, and so it taught that the third one's listed time says nothing.
    expect(asked(lines, "RETR")).toHaveLength(4);
  });

  it("is not taken half old, half new where the first one taught that clocks don't agree", async () => {
    const living = new LivingFile(OLD, "20260102050405");
    const send = async (transfer: Transfer) => {
      if (transfer.count === 3) {
        await transfer.upTo(50_000);
        living.become(NEW, "20260102050406");
      }
      return transfer.rest();
    };
    const input = [large(), large({ path: "/a", name: "b" })];
    const { contents } = await fetch(living.script(send), input, { connections: 1 });
    expect(contents).toEqual([OLD, NEW]);
  });
});

describe("a small file", () => {
  it.each([{}, coarse])("that is what was listed costs no question", async (more) => {
    const { lines } = await fetch({ files: { "/a": "one" } }, [file("a", 3, more)]);
    expect(asked(lines, "SIZE", "MDTM", "REST")).toEqual([]);
  });
});

describe("what was written", () => {
  const HASHES = { features: ["UTF8", "EPSV", "SIZE", "MDTM", "REST STREAM", "XMD5", "XSHA256"] };
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const XSHA256 = (hex: string) => ({ on: { XSHA256: `250 ${hex}` } });

  it("`verify: hash` compares with the server's own hash", async () => {
    const files = { "/a": "one" };
    const good = await fetch({ files, ...HASHES, ...XSHA256(sha256("one")) }, [file("a", 3)], { verify: "hash" });
    expect(of1(good.records, "download")).toMatchObject({ verified: "sha256", attempts: 1 });
    const bad = await fetch({ files, ...HASHES, ...XSHA256(sha256("two")) }, [file("a", 3)], {
      verify: "hash",
      retries: 1,
    });
    expect(of1(bad.records, "failure")).toMatchObject({ code: "hash_mismatch", retry: true, attempts: 2 });
    expect(bad.landed).toEqual([]);
    const none = await fetch({ files }, [file("a", 3)], { verify: "hash" });
    expect(of1(none.records, "download")).toMatchObject({ verified: "size" });
  });

  it("`--checksum` records the sha256 of what was written", async () => {
    const { records } = await fetch({ files: { "/a": "one" } }, [file("a", 3)], {}, { checksum: true });
    expect(of1(records, "download")).toMatchObject({ sha256: sha256("one") });
    expect(of1(records, "download")).not.toHaveProperty("verified");
  });

  it("is summed up as a whole where an earlier try had some of it", async () => {
    const { records } = await fetch(
      { ...HASHES, ...new LivingFile(OLD).script(cutOnce(), XSHA256(sha256(OLD)).on) },
      [large()],
      { verify: "hash", retries: 1 },
      { checksum: true },
    );
    expect(of1(records, "download")).toMatchObject({ resumed_from: 70_000, verified: "sha256", sha256: sha256(OLD) });
  });

  it("has no name before its hash is right", async () => {
    let seen: string[] | undefined;
    const world = new StageWorld();
    const on = {
      XSHA256(session: ScriptedSession) {
        seen = readdirSync(join(world.folder, "s")).filter((name) => !name.endsWith(".fh-part"));
        session.reply(`250 ${sha256("one")}`);
      },
    };
    const { landed } = await fetch(
      { files: { "/a": "one" }, ...HASHES, on },
      [file("a", 3)],
      { verify: "hash" },
      {},
      world,
    );
    expect({ seen, landed }).toEqual({ seen: [], landed: ["a"] });
  });
});

describe("names", () => {
  it("two names that are one here never overwrite each other", async () => {
    const files = { "/a.csv": "small", "/A.csv": "LARGE", "/\u00e9": "one form", "/e\u0301": "another form" };
    const names = ["a.csv", "A.csv", "\u00e9", "e\u0301"];
    const wire = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [Buffer.from(path).toString("latin1"), text]),
    );
    const input = names.map((name) => file(name, null));
    // This machine's disk tells them apart: all of them come.
    const apart = await fetch({ files: wire }, input);
    expect(apart.landed).toEqual(names.toSorted());
    const folding = vi.spyOn(Foldings.prototype, "in").mockReturnValue({ letters: true, forms: true });
    const folded = await fetch({ files: wire }, input, { connections: 1 });
    folding.mockRestore();
    expect(folded.landed).toEqual(["a.csv", "\u00e9"]);
    expect(folded.contents).toEqual(["small", "one form"]);
    expect(fieldOf(folded.records, "failure", "code")).toEqual(["unsafe_name", "unsafe_name"]);
    expect(fieldOf(folded.records, "failure", "message")[0]).toContain("this disk takes names for one");
    // A later one that was renamed; and one whose bytes are no GBK, but are the other one's name in UTF-8.
    const one = { connections: 1, encoding: "gbk" } as const;
    const wires = { "/\xd6\xd0": "GBK", "/\xe4\xb8\xad": "UTF-8" };
    const mixed = [
      file("\u4e2d", null),
      file("\ufffd", null, { raw: Buffer.from("/\xe4\xb8\xad", "latin1").toString("base64") }),
    ];
    for (const [there, wanted, first] of [
      [{ "/a": "first", "/b": "second" }, [file("a", null), file("a", null, { path: "/b" })], "first"],
      [wires, mixed, "GBK"],
      [wires, mixed.toReversed(), "UTF-8"],
    ] as const) {
      const { contents, records } = await fetch({ files: there }, wanted, one);
      expect(contents).toEqual([first]);
      expect(of1(records, "failure")).toMatchObject({ code: "unsafe_name" });
    }
  });

  it("names over the file system's limit are failures", async () => {
    const long = [
      file("n".repeat(256), 1),
      file("五".repeat(86), 1),
      file(Array(20).fill("d".repeat(250)).join("/"), 1),
    ];
    const { records, lines } = await fetch({}, long);
    expect(fieldOf(records, "failure", "code")).toEqual(["unsafe_name", "unsafe_name", "unsafe_name"]);
    const shorter = await fetch({}, [file("five5", 1)], { max_name: 4 });
    expect(of1(shorter.records, "failure")).toMatchObject({ code: "unsafe_name", attempts: 0 });
    // Nothing is fetched in vain.
    expect([...lines, ...shorter.lines]).toEqual([]);
  });
});
