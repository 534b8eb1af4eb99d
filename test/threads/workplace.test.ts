import { lastValueFrom, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { type Backend, harvest, Workplace } from "../../src/index.ts";
import { EmbedWorld, files } from "../embed/embedWorld.ts";

/** A backend as a stranger may write it: what crosses over to the other side is text. */
function overTheWire(workplace: Workplace): Backend {
  return {
    run: (server, steps, { run, by, jobs, epoch, signal, ...told }) => {
      const described = steps.map(({ stage, values, module }) => ({ stage, values, module }));
      const sent = JSON.parse(JSON.stringify({ server, steps: described, run, by, jobs, epoch }));
      const emit: typeof told.emit = (record) => told.emit(JSON.parse(JSON.stringify(record)));
      return workplace.run(sent.server, sent.steps, { ...sent, signal, ...told, emit });
    },
  };
}

describe("a backend of a stranger's own", () => {
  it("does the same work far away, from descriptions alone, with the settings that are found there", async () => {
    await using world = await EmbedWorld.open(
      { a: { files: files(3) }, b: { user: "u", password: "p", files: files(2) } },
      `timezone: \${ZONE}`,
    );
    const workplace = new Workplace({ env: { ZONE: "Asia/Tokyo" }, stateFolder: world.folder });
    const seen: string[] = [];
    const far = overTheWire(workplace);
    const backend: Backend = {
      run(server, steps, request) {
        seen.push(JSON.stringify({ server, steps, by: request.by }));
        return far.run(server, steps, request);
      },
    };
    const options = {
      env: { ZONE: "Asia/Tokyo", FTP_HARVEST_STATE: world.folder, HOME: world.folder },
      backend,
      jobs: 2,
    };
    const records = await lastValueFrom(harvest(world.config, options).pipe(toArray()));
    workplace.close();
    expect(records.filter(({ type }) => type === "download")).toHaveLength(5);
    expect(new Set(records.map(({ run, by }) => `${run} ${by}`)).size).toBe(1);
    expect(seen).toHaveLength(2);
    expect(seen.join()).not.toMatch(/password|Tokyo/);
    expect(world.server("a").mostConnected).toBeLessThanOrEqual(2);
    await world.closed();
  });
});
