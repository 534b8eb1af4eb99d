import { afterAll, beforeAll, expect, it } from "vitest";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { startServer } from "../servers/realServer.ts";
import { compareTrees, filesOf, plantFiles, readTree, SAME, temporaryFolder } from "../servers/trees.ts";
import { resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

const FILES = 200;
/** As many as one address may hold; `-j 5` asks for more than twice as many. */
const LIMIT = 2;

const data = temporaryFolder();

beforeAll(() => plantFiles(data.path, { count: FILES, sizes: [0, 1, 1023, 4096] }));

afterAll(() => data[Symbol.dispose]());

/** vsftpd: `max_per_ip`, ProFTPD: `MaxClientsPerHost`, Pure-FTPd: `-C`. */
describeServers(SERVER_KINDS, (kind) => {
  it("a limit of connections lowers them and loses no file", async () => {
    await using server = await startServer({ kind, root: data.path, maxPerIp: LIMIT });
    const { host, port, user, password } = server;
    // Without retries: a refused connection must cost none. In the pipe the listing holds one of the two sessions meanwhile.
    for (const harvest of [
      "ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report",
      "ftp-harvest -j 5 cfg.yaml",
      "ftp-harvest -j auto cfg.yaml",
    ]) {
      await using shell = new Shell();
      shell.configure({ [kind]: { host, port, user, password } });
      const ran = await shell.run(harvest);
      expect(compareTrees(filesOf(readTree(data.path)), filesOf(readTree(`${shell.buffer}/${kind}`)))).toEqual(SAME);
      expect(resultsOf(ran.stdout)[kind]?.slice(0, 2)).toEqual([0, FILES]);
      expect(ran).toMatchObject({ code: 0, stderr: "" });
    }
  });
});
