import { describe, expect, it } from "vitest";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { drawRound } from "./drawRound.ts";
import { playRound } from "./playRound.ts";
import { BLOW_KINDS, type BlowKind } from "./round.ts";
import { startWorld } from "./world.ts";

/** Small: `npm run test:kills` plays many rounds with many files. */
const PLAIN_FILES = 12;

/** A round is some harvests one after the other. */
const MOST_MS = 300_000;

/** Seeds of rounds of one or two blows. */
const ROUNDS: Readonly<Record<ServerKind, readonly (readonly [BlowKind, seed: number])[]>> = {
  vsftpd: [["kill", 19]],
  proftpd: [["restart", 15]],
  "pure-ftpd": [
    ["disk", 4],
    ["term", 2],
  ],
};

describeServers(SERVER_KINDS, (kind) => {
  it.each(ROUNDS[kind])(
    "%s: no wrong file, no lie, and the next harvest brings all (seed %i)",
    async (blow, seed) => {
      await using world = await startWorld([kind], PLAIN_FILES);
      const round = drawRound(seed, [kind], [blow]);
      const { outcomes } = await playRound(round, world);
      expect(outcomes.map(({ blow }) => blow)).toEqual(round.blows);
    },
    MOST_MS,
  );
});

describe("a round", () => {
  it("is the same for the same seed", () => {
    expect(drawRound(7, SERVER_KINDS, BLOW_KINDS)).toEqual(drawRound(7, SERVER_KINDS, BLOW_KINDS));
  });

  it("has only the servers and kinds asked for", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { servers, blows } = drawRound(seed, ["proftpd"], ["disk", "stall"]);
      expect(servers).toEqual(["proftpd"]);
      for (const { kind } of blows) expect(["disk", "stall"]).toContain(kind);
    }
  });
});
