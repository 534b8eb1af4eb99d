import { createHash } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Pool } from "../../src/ftp/pool.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { PATIENCE } from "../patience.ts";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { ODD_NAMES } from "../servers/oddNames.ts";
import { type RealServer, startServer } from "../servers/realServer.ts";
import { bytesOf, plantFile, plantFiles, plantOddNames, temporaryFolder } from "../servers/trees.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { listed, namesIn, openSession, read, take } from "./openSession.ts";

const NEVER = new AbortController().signal;
const LARGE = bytesOf("large", 5_000_000);
const FILES = 60;

const root = temporaryFolder();

beforeAll(() => {
  plantFiles(root.path, { count: FILES, directories: 0, sizes: [0, 1, 4096, 70_000] });
  plantFile(root.path, "large.bin", LARGE);
  plantOddNames(root.path);
  mkdirSync(join(root.path, "shut"));
  chmodSync(join(root.path, "shut"), 0o711);
});
afterAll(() => root[Symbol.dispose]());

describeServers(SERVER_KINDS, (kind) => {
  it.concurrent("gives every file that it lists whole, on one session, odd names included", async () => {
    await using server = await startServer({ kind, root: root.path });
    await using session = await openSession(addressOf(server));
    for (const path of ["", "/odd"]) {
      const { entries, incomplete } = await listed(session, path === "" ? "/" : path);
      expect(incomplete).toBeUndefined();
      for (const { name, kind: what, size } of entries) {
        if (what !== "file" || refuses(kind, name)) continue;
        const bytes = await read(session, `${path}/${name}`, size);
        if (path === "/odd" && name !== "zero.bin") {
          const order = ODD_NAMES.indexOf(name);
          expect(Buffer.from(bytes, "latin1")).toEqual(bytesOf(name, 50 + order));
        }
      }
    }
    const odd = (await namesIn(session, "/odd")).filter((name) => name !== "zero.bin");
    const hidden = ODD_NAMES.filter((name) => !odd.includes(name));
    // Pure-FTPd never shows names with a tab
    expect(hidden).toEqual(kind === "pure-ftpd" ? ["tab\there"] : []);
    expect(session.usable).toBe(true);
  });

  it.concurrent("refuses missing files again and again without an end of the session", async () => {
    await using server = await startServer({ kind, root: root.path });
    await using session = await openSession(addressOf(server));
    for (let n = 0; n < 20; n++) {
      expect(await faultOf(take(session, `/missing${n}`, 1, () => {}))).toMatchObject({ code: "not_found" });
    }
    expect(await faultOf(listed(session, "/missing"))).toMatchObject({ code: "not_found" });
    expect(await faultOf(listed(session, "/shut"))).toMatchObject({
      // Pure-FTPd: 550 Can't check for file existence
      code: kind === "pure-ftpd" ? "not_found" : "denied",
    });
    expect(await read(session, "/links/target.txt")).toBe("target\n");
  });

  it.concurrent("doubles 0xFF for itself only if it reads telnet", async () => {
    await using server = await startServer({ kind, root: root.path });
    const traits = unknownTraits();
    await using session = await openSession(addressOf(server), traits);
    expect(await session.size("/odd/\xff\xfe-iac.bin")).toBe(50 + ODD_NAMES.indexOf("\xff\xfe-iac.bin"));
    expect(traits.doublesIac).toBe(kind === "proftpd");
  });

  it.concurrent("says where a session is, with quotes in it, and how large and old a file is", async () => {
    await using server = await startServer({ kind, root: root.path });
    await using session = await openSession(addressOf(server));
    await session.enter('/q"d');
    expect(await session.where()).toBe('/q"d');
    expect(await session.size("/large.bin")).toBe(LARGE.length);
    expect(await session.modified("/large.bin")).toBe("2020-09-13T12:26:40Z");
    expect(await session.version("/large.bin")).toEqual({ size: LARGE.length, modified: "2020-09-13T12:26:40Z" });
    expect(await faultOf(session.version("/missing"))).toMatchObject({ code: "not_found" });
    expect(await session.modified("/missing")).toBeNull();
    expect(await faultOf(session.size("/missing"))).toMatchObject({ code: "not_found" });
  });

  it.concurrent("goes on with a file where it was left, to its end and not beyond", async () => {
    await using server = await startServer({ kind, root: root.path });
    await using session = await openSession(addressOf(server));
    for (const from of [1, LARGE.length - 1_000, LARGE.length]) {
      const pieces: Buffer[] = [];
      const chunk = (_: number, bytes: Uint8Array) => void pieces.push(Buffer.from(bytes));
      const retrieval = { path: "/large.bin", from, expected: null, most: LARGE.length, chunk };
      expect(await session.retrieve(retrieval)).toEqual({ size: LARGE.length, from });
      expect(Buffer.concat(pieces).equals(LARGE.subarray(from))).toBe(true);
    }
    const beyond = { path: "/large.bin", from: LARGE.length + 1, expected: null, most: LARGE.length, chunk: () => {} };
    // vsftpd says 226 and sends nothing; the others refuse, and begin anew.
    if (kind === "vsftpd") expect(await faultOf(session.retrieve(beyond))).toMatchObject({ code: "cut_off" });
    else expect(await session.retrieve(beyond)).toEqual({ size: LARGE.length, from: 0 });
    expect(await read(session, "/links/target.txt")).toBe("target\n");
  });

  it.concurrent("refuses a wrong password, first and later, without a retry", async () => {
    await using server = await startServer({ kind, root: root.path });
    const wrong = addressOf({ ...server, password: "wrong-password" }, { retries: 3, retry_delay_ms: 60_000 });
    expect(await faultOf(new Pool(wrong).lease(NEVER))).toMatchObject({ code: "login" });
    if (kind === "pure-ftpd") return; // it takes five seconds to refuse
    const known = { ...unknownTraits(), known: true, asksPassword: true };
    expect(await faultOf(openSession(wrong, known))).toMatchObject({ code: "login" });
  });

  it.concurrent("is served with as many sessions as it takes", async () => {
    await using server = await startServer({ kind, root: root.path, maxPerIp: 2 });
    const pool = new Pool(addressOf(server, { connections: 6, retries: 3, retry_delay_ms: 50 }));
    expect(await readAll(pool)).toBe(FILES);
    // One more may just be asking for its log-in.
    await vi.waitUntil(() => pool.size <= 2, PATIENCE);
    pool.close();
  });

  it.concurrent("is left at once in the middle of a transfer", async () => {
    await using server = await startServer({ kind, root: root.path });
    const pool = new Pool(addressOf(server));
    const stop = new AbortController();
    const lease = await pool.lease(stop.signal);
    const reading = take(lease.session, "/large.bin", LARGE.length, () => stop.abort());
    expect(await faultOf(reading)).toMatchObject({ message: "abandoned" });
    lease.release();
    expect(pool.size).toBe(0);
  });

  it.concurrent("replaces a session that was idle for too long", async () => {
    // Enough for the next one to be asked for a file by a busy machine.
    const extra = { vsftpd: ["idle_session_timeout=5"], proftpd: ["TimeoutIdle 5"], "pure-ftpd": undefined }[kind];
    if (extra === undefined) return; // its shortest idle time is a minute
    await using server = await startServer({ kind, root: root.path, extra });
    const pool = new Pool(addressOf(server));
    const lease = await pool.lease(NEVER);
    lease.release();
    await vi.waitUntil(() => !lease.session.usable, PATIENCE);
    const next = await pool.lease(NEVER);
    expect(next.reused).toBe(false);
    expect(await read(next.session, "/links/target.txt")).toBe("target\n");
    pool.close();
  });
});

const SECURED: readonly (readonly [ServerKind, "explicit" | "implicit"])[] = [
  ["vsftpd", "explicit"],
  ["vsftpd", "implicit"],
  ["proftpd", "explicit"],
  ["proftpd", "implicit"],
  ["pure-ftpd", "explicit"],
];

for (const [kind, tls] of SECURED) {
  describeServers([kind], () => {
    describe(`with ${tls} TLS`, () => {
      it.concurrent("gives files and listings; data connections resume the session where that is required", async () => {
        const requireSessionReuse = kind !== "pure-ftpd";
        await using server = await startServer({ kind, root: root.path, tls, requireSessionReuse });
        const pool = new Pool(addressOf(server, { secure: tls, connections: 3 }));
        expect(await readAll(pool)).toBe(FILES);
        const lease = await pool.lease(NEVER);
        const pieces: Buffer[] = [];
        const keep = async (_: number, bytes: Uint8Array) => {
          await new Promise((resolve) => setImmediate(resolve));
          pieces.push(Buffer.from(bytes));
        };
        await take(lease.session, "/large.bin", LARGE.length, keep);
        expect(Buffer.concat(pieces).equals(LARGE)).toBe(true);
        expect(await faultOf(take(lease.session, "/missing", 1, () => {}))).toMatchObject({ code: "not_found" });
        expect(lease.session.usable).toBe(true);
        lease.release();
        pool.close();
      });

      it.concurrent("refuses who does not trust it or does not ask for TLS", async () => {
        await using server: RealServer = await startServer({ kind, root: root.path, tls });
        const stranger = addressOf(server, { secure: tls, ca: undefined });
        expect(await faultOf(openSession(stranger))).toMatchObject({ code: "tls", retry: false });
        if (tls === "implicit") return;
        expect(await faultOf(openSession(addressOf(server)))).toMatchObject({ code: "tls" });
      });
    });
  });
}

describeServers(["proftpd"], () => {
  it.concurrent("says the hash of a file, whatever its name, by HASH and by each X command", async () => {
    await using server = await startServer({ kind: "proftpd", root: root.path, hashes: true });
    const traits = unknownTraits();
    await using session = await openSession(addressOf(server), traits);
    const offers = traits.hashes;
    expect(offers).toHaveLength(8);
    for (const offer of offers.filter(({ algorithm }) => algorithm !== "crc32")) {
      traits.hashes = [offer];
      for (const path of ["/large.bin", "/odd/with space.txt"]) {
        const bytes = Buffer.from(await read(session, path), "latin1");
        const hex = createHash(offer.algorithm).update(bytes).digest("hex");
        expect(await session.hash(path)).toEqual({ algorithm: offer.algorithm, hex });
      }
    }
    for (const command of ["HASH", "XCRC"] as const) {
      traits.hashes = [{ command, algorithm: "crc32" }];
      expect(await session.hash("/large.bin")).toEqual({
        algorithm: "crc32",
        hex: crc32(LARGE).toString(16).padStart(8, "0"),
      });
    }
    expect(await session.hash("/missing")).toBeUndefined();
    expect(session.usable).toBe(true);
  });
});

describeServers(["vsftpd"], () => {
  it.concurrent("without TLS is said not to have any", async () => {
    await using server = await startServer({ kind: "vsftpd", root: root.path });
    const explicit = await faultOf(openSession(addressOf(server, { secure: "explicit" })));
    expect(explicit).toMatchObject({ code: "tls", retry: false });
    const implicit = await faultOf(openSession(addressOf(server, { secure: "implicit", timeout_ms: SHORT_MS * 20 })));
    expect(implicit).toMatchObject({ code: "tls" });
  });
});

/** Lists `/` and fetches its plain files at once; how many came whole. */
async function readAll(pool: Pool): Promise<number> {
  const first = await pool.lease(NEVER);
  const { entries } = await listed(first.session, "/");
  first.release();
  const wanted = entries.filter(({ name }) => name.startsWith("file"));
  const one = async ({ name, size }: (typeof wanted)[number]) => {
    const lease = await pool.lease(NEVER);
    try {
      return Buffer.from(await read(lease.session, `/${name}`, size), "latin1").equals(bytesOf(name, size ?? 0));
    } finally {
      lease.release();
    }
  };
  return (await Promise.all(wanted.map(one))).filter((whole) => whole).length;
}

/** Pure-FTPd: 553 Prohibited file name. */
function refuses(kind: ServerKind, name: string): boolean {
  return kind === "pure-ftpd" && name.includes("\\");
}
