import { afterAll, beforeAll, expect, it } from "vitest";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import { bytesOf, compareTrees, filesOf, plantFile, readTree, temporaryFolder } from "../servers/trees.ts";
import { Shell } from "./shell.ts";

const SLASH = 0x2f;

/** Bytes of names that can't be had: no line of a listing holds a line end; Pure-FTPd lists no control characters, and sends no backslash. */
const LOST: Readonly<Record<ServerKind, RegExp>> = {
  vsftpd: /[\n\r]/,
  proftpd: /[\n\r]/,
  "pure-ftpd": /[\x01-\x1f\x7f\\]/,
};

const data = temporaryFolder();

beforeAll(() => {
  for (let byte = 1; byte < 256; byte++) {
    const char = String.fromCharCode(byte);
    if (byte === SLASH) continue;
    const name = `${char}first, in the${char}middle, last ${byte}${char}`;
    plantFile(data.path, name, bytesOf(name, byte));
  }
});

afterAll(() => data[Symbol.dispose]());

describeServers(SERVER_KINDS, (kind) => {
  it("a name may have any byte at any place that the server can tell; what it tells wrongly is a failure", async () => {
    await using server = await startServer({ kind, root: data.path });
    const { host, port, user, password } = server;
    await using shell = new Shell();
    shell.configure({ [kind]: { host, port, user, password } });
    const ran = await shell.run("ftp-harvest cfg.yaml");
    const served = filesOf(readTree(data.path));
    const here = filesOf(readTree(`${shell.buffer}/${kind}`));
    const missing = [...served.keys()].filter((name) => LOST[kind].test(name));
    expect(compareTrees(served, here)).toEqual({ missing, extra: [], different: [] });
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });
});
