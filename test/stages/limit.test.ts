import { Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../../src/records/record.ts";
import { limitStage } from "../../src/stages/limit.ts";
import { collect, StageWorld } from "./stageWorld.ts";

const file = (name: string, server = "s"): AnyRecord => ({ type: "file", server, name });

async function limited(
  values: { count: number; perServer?: boolean },
  input: readonly AnyRecord[] | Observable<AnyRecord>,
) {
  using world = new StageWorld();
  const made = await collect(input, limitStage.operator({ perServer: false, ...values }, world.context("limit-1")));
  return made.map(({ type, name }) => name ?? type);
}

describe("a limit", () => {
  it("lets the first files through, and what comes before and between them", async () => {
    const input = [{ type: "server" }, file("a"), { type: "failure" }, file("b"), { type: "listed" }, file("c")];
    expect(await limited({ count: 2 }, input)).toEqual(["server", "a", "failure", "b"]);
  });

  it("ends its source with the last file that it lets through", async () => {
    let left = false;
    const endless = new Observable<AnyRecord>((subscriber) => {
      for (let n = 0; !subscriber.closed; n++) subscriber.next(file(`f${n}`));
      return () => {
        left = true;
      };
    });
    expect(await limited({ count: 3 }, endless)).toEqual(["f0", "f1", "f2"]);
    expect(left).toBe(true);
  });

  it("counts downloads as it does files", async () => {
    expect(await limited({ count: 1 }, [{ type: "download", name: "a" }, file("b")])).toEqual(["a"]);
  });

  it("begins anew with each subscription", async () => {
    using world = new StageWorld();
    const stage = limitStage.operator({ count: 1, perServer: false }, world.context("limit-1"));
    for (const _ of [1, 2]) expect(await collect([file("a"), file("b")], stage)).toEqual([file("a")]);
  });

  it("counts each server apart, and takes its source to the end", async () => {
    const input = [file("a", "x"), file("b", "x"), file("c", "y"), { type: "listed" }, file("d", "y"), file("e", "z")];
    expect(await limited({ count: 1, perServer: true }, input)).toEqual(["a", "c", "listed", "e"]);
  });
});
