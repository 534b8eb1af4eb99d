import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { printAndClose } from "../../src/cli/printResult.ts";
import type { OutputStream } from "../../src/cli/terminal.ts";
import { collected, download, harvested, listed, server } from "../stages/report/harvest.ts";
import { FakeWorld } from "./fakeWorld.ts";

/** A world whose stdout takes nothing, for a reason of the system. */
class StuffedWorld extends FakeWorld {
  readonly #stdout: OutputStream;

  constructor(code: string) {
    super("ftp-report");
    const error = Object.assign(new Error(`${code}: write`), { code });
    this.#stdout = new Writable({ write: (_chunk, _encoding, done) => done(error) });
  }

  override get stdout(): OutputStream {
    return this.#stdout;
  }
}

const WELL = [server("s"), listed(1), download("a"), harvested({ fetched: 1 })];

describe("a report that can't be written", () => {
  it("has exit code 3 and says why: a full disk behind `>`", async () => {
    using world = new StuffedWorld("ENOSPC");
    expect(await printAndClose(await collected(WELL), "json", world)).toBe(3);
    expect(world.err.text()).toBe("ftp-report: can't write the report: ENOSPC: write\n");
  });

  it("has the code of what it says where its reader left", async () => {
    using world = new StuffedWorld("EPIPE");
    expect(await printAndClose(await collected(WELL), "json", world)).toBe(0);
    expect(world.err.text()).toBe("");
  });
});
