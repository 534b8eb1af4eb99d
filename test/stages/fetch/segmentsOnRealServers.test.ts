import { expect, it } from "vitest";
import { describeServers } from "../../servers/describeServers.ts";
import { SERVER_KINDS } from "../../servers/installed.ts";
import { startServer } from "../../servers/realServer.ts";
import { bytesOf, plantFile, temporaryFolder } from "../../servers/trees.ts";
import { SegmentsHere } from "./inSegments.ts";

const LARGE = bytesOf("in segments", 6_000_000);
/** Of the first file that is planted. */
const MODIFIED = "2020-09-13T12:26:40Z";

describeServers(SERVER_KINDS, (kind) => {
  it.concurrent.each(["none", "explicit"] as const)("sends a file in segments, with TLS: %s", async (secure) => {
    using root = temporaryFolder();
    plantFile(root.path, "a", LARGE);
    const tls = secure === "explicit" ? { tls: secure } : {};
    await using server = await startServer({ kind, root: root.path, hashes: true, ...tls });
    const { port, user, password, ca } = server;
    using here = new SegmentsHere(
      { port },
      { user, password, secure, ca, timeout_ms: 20_000, connections: 4, verify: "hash" },
    );
    const verified = kind === "proftpd" ? expect.stringMatching(/^(sha|md5|crc)/) : "size";
    for (let time = 0; time < 3; time++) {
      expect(await here.fetch(LARGE.length, { modified: MODIFIED })).toMatchObject({
        size: LARGE.length,
        attempts: 1,
        verified,
      });
      expect(Buffer.from(here.content, "latin1").equals(LARGE)).toBe(true);
    }
  });
});
