import { describe, expect, it } from "vitest";
import { hashAmongWords, hashInReply } from "../../src/ftp/fileHash.ts";
import { hashOffers } from "../../src/ftp/hashOffers.ts";
import type { Script } from "../servers/scripted/script.ts";
import { SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { sessionOn } from "./sessionOn.ts";

const SHA1 = "889d7ab67120616a55de561418efc08c3add00d6";
const SHA256 = "0ce3c379d0d33f33ff51b96751ca7dacd510939d350ac80e265cf6a222dc1ec4";
const MD5 = "659a012663e3b236c38a4c6eda4e04c5";

const reply = (text: string) => ({ code: Number(text.slice(0, 3)), text, shown: text });

describe("the hashes that FEAT offers", () => {
  it("are those of ProFTPD's mod_digest, strongest first", () => {
    const features = [
      "211-Features:",
      " HASH CRC32;MD5;SHA-1*;SHA-256;SHA-512;",
      " MD5",
      " XCRC",
      " XMD5",
      " XSHA",
      " XSHA1",
      " XSHA256",
      " XSHA512",
      "211 End",
    ];
    expect(hashOffers(features.join("\r\n")).map(({ command, algorithm }) => `${command} ${algorithm}`)).toEqual([
      "HASH sha256",
      "XSHA256 sha256",
      "HASH sha1",
      "XSHA1 sha1",
      "HASH md5",
      "XMD5 md5",
      "HASH crc32",
      "XCRC crc32",
    ]);
  });

  it.each([
    [" HASH SHA-512*;MD5", ["HASH md5"]],
    [' XCRC "filename" SP EP', ["XCRC crc32"]], // Serv-U
    [" XMD5\r\n XSHA1", ["XSHA1 sha1", "XMD5 md5"]],
    [" HASH", []],
    [" XSHA512\r\n REST STREAM", []],
    ["", []],
  ])("are read from %j", (features, offers) => {
    expect(hashOffers(features).map(({ command, algorithm }) => `${command} ${algorithm}`)).toEqual(offers);
  });
});

describe("a reply to HASH", () => {
  it.each([
    [`213 SHA-256 0-1234 ${SHA256} a.bin`, { algorithm: "sha256", hex: SHA256 }],
    [`213-Computing SHA-1 digest\r\n213 SHA-1 0-1234 ${SHA1} /a b.bin\r\n`, { algorithm: "sha1", hex: SHA1 }], // ProFTPD 1.3.8
    [`213 MD5 0-1233 ${MD5.toUpperCase()} a.bin`, { algorithm: "md5", hex: MD5 }],
    ["213 CRC32 0-1234 6a5594 a.bin", { algorithm: "crc32", hex: "006a5594" }],
    [`213 SHA-512 0-1234 ${SHA256}${SHA256} a.bin`, undefined],
    [`213 SHA-256 500-1234 ${SHA256} a.bin`, undefined],
    [`213 SHA-256 0-1234 ${SHA1} a.bin`, undefined],
    [`213 ${SHA256}`, undefined],
    ["550 a.bin: No such file or directory", undefined],
  ] as const)("%s", (text, hash) => {
    expect(hashInReply(reply(text))).toEqual(hash);
  });
});

describe("a reply to an X command", () => {
  it.each([
    ["250-Computing SHA1 digest\r\n250 889D7AB67120616A55DE561418EFC08C3ADD00D6\r\n", "sha1", SHA1], // ProFTPD 1.3.8
    ["250 6A5594", "crc32", "006a5594"], // Serv-U
    ["250 XCRC = 0x0E6A5594", "crc32", "0e6a5594"],
    [`250 "/a.bin" MD5 "${MD5}"`, "md5", MD5],
    [`213 ${MD5} /a.bin`, "md5", MD5],
    [`250 MD5:${MD5}`, "md5", MD5],
    [`250 ${MD5} ${MD5}`, "md5", undefined],
    [`250 ${SHA1}`, "md5", undefined],
    ["250 done", "crc32", undefined],
    [`550 ${MD5}`, "md5", undefined],
  ] as const)("%s", (text, algorithm, hex) => {
    expect(hashAmongWords(reply(text), algorithm, "/a.bin")).toEqual(
      hex === undefined ? undefined : { algorithm, hex },
    );
  });

  it("may name a file that is called like a hash", () => {
    const name = `/of ${MD5}`;
    expect(hashAmongWords(reply(`250 ${name} ${MD5}`), "md5", name)).toEqual({ algorithm: "md5", hex: MD5 });
  });
});

describe("a file's hash", () => {
  const HASHES = /^(OPTS HASH|HASH|X)/;

  it("is asked for by HASH, whose algorithm is chosen once", async () => {
    const on: Script["on"] = { HASH: (session, name) => session.reply(`213 SHA-256 0-5 ${SHA256} ${name}`) };
    await using ftp = await sessionOn({ features: ["HASH MD5*;SHA-256", "XMD5"], on });
    for (let n = 0; n < 2; n++) {
      expect(await ftp.session.hash("/a b")).toEqual({ algorithm: "sha256", hex: SHA256 });
    }
    expect(ftp.lines(HASHES)).toEqual(["OPTS HASH SHA-256", "HASH /a b", "HASH /a b"]);
  });

  it("is of the next weaker algorithm where one turns out unknown, which is not asked for again", async () => {
    const on: Script["on"] = {
      OPTS: (session, argument) => session.reply(argument === "HASH SHA-256" ? "501 Unsupported." : "200 OK"),
      HASH: (session, name) => session.reply(`213 SHA-1 0-5 ${SHA1} ${name}`),
    };
    await using ftp = await sessionOn({ features: ["HASH SHA-256*;SHA-1"], on });
    for (let n = 0; n < 2; n++) expect(await ftp.session.hash("/a")).toEqual({ algorithm: "sha1", hex: SHA1 });
    expect(ftp.lines(HASHES)).toEqual(["OPTS HASH SHA-256", "OPTS HASH SHA-1", "HASH /a", "HASH /a"]);
  });

  it("is asked for by the next weaker command where one turns out unknown, which is not asked for again", async () => {
    const on: Script["on"] = { HASH: "502 No.", XSHA1: "500 What?", XMD5: `250 ${MD5}` };
    await using ftp = await sessionOn({ features: ["HASH SHA-256*;SHA-1;MD5", "XSHA1", "XMD5"], on });
    expect(await ftp.session.hash("/a")).toEqual({ algorithm: "md5", hex: MD5 });
    expect(await ftp.session.hash("/a")).toEqual({ algorithm: "md5", hex: MD5 });
    expect(ftp.lines(HASHES)).toEqual(["OPTS HASH SHA-256", "HASH /a", "XSHA1 /a", "XMD5 /a", "XMD5 /a"]);
  });

  it("is quoted for X commands where its name has a space, and not asked for where that has a quote", async () => {
    await using ftp = await sessionOn({ features: ["XMD5"], on: { XMD5: `250 ${MD5}` } });
    expect(await ftp.session.hash("/a 0 5")).toEqual({ algorithm: "md5", hex: MD5 });
    expect(await ftp.session.hash('/"')).toBeUndefined();
    expect(ftp.lines(HASHES)).toEqual(['XMD5 "/a 0 5"']);
  });

  it.each(["550 No such file.", "450 Busy.", "250 Done."])("is not known after %s", async (answer) => {
    await using ftp = await sessionOn({ features: ["XMD5", "XCRC"], on: { XMD5: answer } });
    expect(await ftp.session.hash("/a")).toBeUndefined();
    expect(ftp.session.usable).toBe(true);
    expect(ftp.lines(HASHES)).toEqual(["XMD5 /a"]);
  });

  it("is asked for with 0xFF as the server takes it, and teaches nothing on that", async () => {
    await using ftp = await sessionOn({ features: ["XMD5"], on: { XMD5: "550 No such file." } });
    await ftp.session.hash("/\xff");
    expect(ftp.traits.doublesIac).toBeUndefined();
    ftp.traits.doublesIac = true;
    await ftp.session.hash("/\xff");
    expect(ftp.lines(HASHES)).toEqual(["XMD5 /\xff", "XMD5 /\xff\xff"]);
  });

  it("is not asked for where FEAT offers none", async () => {
    await using ftp = await sessionOn({});
    expect(await ftp.session.hash("/a")).toBeUndefined();
    expect(ftp.lines(HASHES)).toEqual([]);
  });

  it("may take longer than any other answer, but not longer than a file", async () => {
    const slowly: Script["on"] = {
      XMD5: async (session) => {
        await new Promise((resolve) => setTimeout(resolve, 4 * SHORT_MS));
        session.reply(`250 ${MD5}`);
      },
    };
    await using ftp = await sessionOn({ features: ["XMD5"], on: slowly }, { timeout_ms: SHORT_MS });
    expect(await ftp.session.hash("/a")).toMatchObject({ hex: MD5 });
    const never: Script["on"] = { XMD5: (session) => session.gone() };
    await using mute = await sessionOn({ features: ["XMD5"], on: never }, { file_timeout_ms: SHORT_MS });
    expect(await faultOf(mute.session.hash("/a"))).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("file_timeout"),
    });
    expect(mute.session.usable).toBe(false);
  });

  it("may take a second for each megabyte beside the usual silence", async () => {
    const never: Script["on"] = { XMD5: (session) => session.gone() };
    await using mute = await sessionOn({ features: ["XMD5"], on: never }, { timeout_ms: SHORT_MS });
    expect(await faultOf(mute.session.hash("/a", 1_000))).toMatchObject({
      code: "timeout",
      message: `no hash within ${(SHORT_MS + 1) / 1000} s (timeout, and 1 s for each MB)`,
    });
  });

  it.each(["421 Bye.", undefined])("is a fault when the session ends over it: %s", async (last) => {
    const on: Script["on"] = { XMD5: (session) => (last === undefined ? session.close() : session.reply(last)) };
    await using ftp = await sessionOn({ features: ["XMD5"], on });
    expect(await faultOf(ftp.session.hash("/a"))).toMatchObject({ code: "cut_off" });
  });
});
