import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Pace } from "../../src/flow/pace.ts";

/** Steps that may be taken now. */
function stepsOf(pace: Pace): number {
  let steps = 0;
  while (pace.step() === undefined) steps++;
  return steps;
}

describe("a pace", () => {
  it("lets a thousand steps follow one another, then others have their turn", async () => {
    const pace = new Pace();
    expect(stepsOf(pace)).toBe(1_000);
    let othersHadTheirs = false;
    setImmediate(() => {
      othersHadTheirs = true;
    });
    await pace.step();
    expect(othersHadTheirs).toBe(true);
    expect(stepsOf(pace)).toBe(1_000);
  });

  it("counts anew with each turn of the event loop", async () => {
    const pace = new Pace();
    for (let n = 0; n < 900; n++) pace.step();
    await turn();
    expect(stepsOf(pace)).toBe(1_000);
  });
});
