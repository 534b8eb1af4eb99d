import fc from "fast-check";
import { expect, it } from "vitest";
import { Fault } from "../../../src/records/fault.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { LEAST, SegmentsHere } from "./inSegments.ts";
import { LivingFile, type Transfer } from "./livingFile.ts";

const SIZE = 20 * LEAST;
/** No two places of them are the same, and no ten bytes of one are those of another. */
const VERSIONS = [" ", "_", "."].map((blank) =>
  Array.from({ length: SIZE / 10 }, (_, n) => String(n).padStart(10, blank)).join(""),
);
const MOST_RUNS = 12;

/** What becomes of a transfer after so many bytes. */
const mishap = fc.record({
  after: fc.integer({ min: 0, max: SIZE }),
  what: fc.constantFrom("nothing", "nothing", "cut", "short", "changes", "ignores REST", "refuses REST"),
});

const story = fc.record({
  connections: fc.integer({ min: 2, max: 4 }),
  retries: fc.integer({ min: 0, max: 2 }),
  maxConnections: fc.integer({ min: 1, max: 4 }),
  mishaps: fc.array(mishap, { maxLength: 12 }),
});

it("a file in segments is whole and of one version, whatever becomes of its sessions", async () => {
  const random = fc.asyncProperty(story, async ({ connections, retries, maxConnections, mishaps }) => {
    const living = new LivingFile(VERSIONS[0] ?? "");
    let changes = 0;
    const change = () => {
      changes++;
      living.become(VERSIONS[changes % VERSIONS.length] ?? "", `202601020305${String(changes).padStart(2, "0")}`);
    };
    const send = async (transfer: Transfer) => {
      const { what, after } = mishaps[transfer.count - 1] ?? { what: "nothing", after: 0 };
      if (what !== "nothing") await transfer.upTo(Math.min(SIZE, transfer.from + after));
      if (what === "changes") change();
      if (what === "cut") await transfer.cut();
      else if (what === "short") await transfer.end();
      else await transfer.rest();
    };
    const REST = async (session: { reply(text: string): void; count(): number; proceed(): Promise<void> }) => {
      const { what } = mishaps[session.count() - 1] ?? { what: "nothing" };
      if (what === "ignores REST") session.reply("350 Restarting.");
      else if (what === "refuses REST") session.reply("502 What?");
      else await session.proceed();
    };
    await using server = await startScriptedServer({ ...living.script(send, { REST }), maxConnections });
    using here = new SegmentsHere(server, { connections, segments: connections, retries });
    for (let run = 1; ; run++) {
      try {
        await here.fetch(SIZE);
        break;
      } catch (error) {
        if (!(error instanceof Fault) || run === MOST_RUNS) throw error;
        expect(here.names).not.toContain("a");
        here.sink.close("stopped");
        await here.nextRun(`0000000${run.toString(16)}`);
      }
    }
    expect(here.content).toBe(living.bytes);
    here.sink.close("done");
    expect(here.names).toEqual(["a"]);
    expect(server.mostLoggedIn).toBeLessThanOrEqual(connections);
  });
  await fc.assert(random, { numRuns: 40 });
});
