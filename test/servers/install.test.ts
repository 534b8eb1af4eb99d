import { execFile } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./trees.ts";

const INSTALL = ["--import", "tsx", fileURLToPath(new URL("install.ts", import.meta.url))];

describe("servers:install", () => {
  it("looks for new package lists when a download fails, then says in one line what is wrong", async () => {
    using folder = temporaryFolder();
    const calls = join(folder.path, "calls");
    const apt = join(folder.path, "apt-get");
    writeFileSync(
      apt,
      `#!/bin/sh\necho "$*" >>${calls}\n[ "$4" = update ] || { echo "E: no network" >&2; exit 100; }\n`,
    );
    chmodSync(apt, 0o755);
    const env = {
      ...process.env,
      PATH: `${folder.path}${delimiter}${process.env["PATH"]}`,
      FTP_HARVEST_SERVERS: join(folder.path, "prefix"),
    };
    const failure = await promisify(execFile)(process.execPath, INSTALL, { env }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 1, stderr: expect.stringMatching(/^servers:install: .*: E: no network\n$/) });
    expect(readFileSync(calls, "utf8").match(/\b(download|update|install)\b/g)).toEqual([
      "download",
      "update",
      "download",
    ]);
  });
});
