import { from, type OperatorFunction, Subject } from "rxjs";
import { describe, expect, it } from "vitest";
import { type Fairness, fairMergeMap } from "../../src/flow/fairMergeMap.ts";
import { type Choice, FairQueue } from "../../src/flow/fairQueue.ts";
import { Gate } from "../../src/flow/gate.ts";
import { orderedMergeMap } from "../../src/flow/orderedMergeMap.ts";
import { WaitingRoom } from "../../src/flow/waitingRoom.ts";

const HIGH = 40;

/** A queue whose work is over when the test says so. An item is `size name`; below 100 none is large. */
function queueOf() {
  const started: string[] = [];
  const choices = new Map<string, Choice>();
  const room = new WaitingRoom<string>(Gate.alone(1_000), undefined);
  const queue = new FairQueue<string, string>({
    lanesAtOnce: 10,
    newLine: () => room.line(),
    newLargeLine: () => room.largeLine(),
    start(_, item, choice) {
      started.push(item);
      choices.set(item, choice);
    },
  });
  const push = (item: string, atOnce = 3) => queue.push("s", item, atOnce, largeness(item));
  const done = (item: string) => queue.done("s", choices.get(item));
  return { started, push, done };
}

function largeness(item: string): number {
  const size = Number.parseInt(item, 10);
  return size < 100 ? 0 : size;
}

/** Ends what was begun first, over and over, until nothing runs. */
function workOff({ started, done }: ReturnType<typeof queueOf>): void {
  for (let at = 0; at < started.length; at++) done(started[at] ?? "");
}

describe("large items of a fair queue", () => {
  it("are begun before others that came earlier, one at a time, the largest first", () => {
    const { started, push, done } = queueOf();
    for (const item of ["1 a", "1 b", "1 c", "1 d", "1 e", "1 f", "500 x", "900 y"]) push(item);
    expect(started).toEqual(["1 a", "1 b", "1 c"]);
    done("1 a");
    done("1 b");
    done("1 c");
    expect(started.slice(3)).toEqual(["900 y", "1 d", "1 e"]);
    done("900 y");
    expect(started.slice(6)).toEqual(["500 x"]);
    done("1 d");
    expect(started.slice(7)).toEqual(["1 f"]);
  });

  it("run at the same time when nothing else waits", () => {
    const { started, push, done } = queueOf();
    for (const item of ["300 a", "200 b", "400 c", "500 d"]) push(item);
    expect(started).toEqual(["300 a", "200 b", "400 c"]);
    // 300 was chosen for its size, the others came in their order.
    done("200 b");
    expect(started.at(-1)).toBe("500 d");
  });

  it("keep no small one waiting for more than the others that were before it", () => {
    const work = queueOf();
    for (let n = 0; n < 50; n++) work.push(`${1_000 + n} large`);
    for (let n = 0; n < 50; n++) work.push(`1 small ${n}`);
    workOff(work);
    const places = work.started.flatMap((item, place) => (item.startsWith("1 ") ? [place] : []));
    // Two of three at once come in order.
    expect(places.at(-1)).toBeLessThanOrEqual(80);
    expect(work.started).toHaveLength(100);
    expect(new Set(work.started).size).toBe(100);
  });

  it("come in their order where one runs at a time", () => {
    const work = queueOf();
    const items = ["1 a", "1 b", "900 x", "1 c", "950 y"];
    for (const item of items) work.push(item, 1);
    workOff(work);
    expect(work.started).toEqual(items);
  });

  it("that have no room among those wait in their turn, and the gate counts them all", () => {
    const gate = new Gate(HIGH);
    const room = new WaitingRoom<string>(gate, undefined);
    const large = room.largeLine();
    let taken = 0;
    while (large.push(String(taken), 100 + taken)) taken++;
    expect([taken, gate.parked, large.length]).toEqual([5, 5, 5]);
    expect([large.shift(), gate.parked]).toEqual(["4", 4]);
    while (large.shift() !== undefined);
    expect([large.shift(), gate.parked]).toEqual([undefined, 0]);
    room.close();
  });

  it("leave room in memory for those of others", () => {
    const gate = new Gate(HIGH);
    const room = new WaitingRoom<string>(gate, undefined);
    for (const line of Array.from({ length: 300 }, () => room.largeLine())) while (line.push("x", 100));
    expect(gate.parked).toBeLessThanOrEqual(HIGH / 4);
  });
});

describe("large items of a stream", () => {
  const bySize: Fairness<string> = { keyOf: () => "s", atOnce: () => 2, keysAtOnce: 1, sizeOf: largeness };
  const items = ["1 a", "1 b", "1 c", "1 d", "1 e", "700 x"];

  /** What was begun when one of the first two is over, and then another one. */
  function begunBy(operator: (work: (item: string) => Subject<string>) => OperatorFunction<string, string>): string[] {
    const begun: string[] = [];
    const works: Subject<string>[] = [];
    const work = (item: string) => {
      begun.push(item);
      const one = new Subject<string>();
      works.push(one);
      return one;
    };
    const running = from(items).pipe(operator(work)).subscribe();
    works[0]?.complete();
    works[1]?.complete();
    running.unsubscribe();
    return begun;
  }

  it("are begun early", () => {
    expect(begunBy((work) => fairMergeMap(bySize, work))).toEqual(["1 a", "1 b", "700 x", "1 c"]);
  });

  it("come in their order where results do", () => {
    expect(begunBy((work) => orderedMergeMap(bySize, work, 100))).toEqual(["1 a", "1 b", "1 c", "1 d"]);
  });

  it("come in their order where nobody says how large they are", () => {
    const { sizeOf, ...bySizeUnknown } = bySize;
    expect(begunBy((work) => fairMergeMap(bySizeUnknown, work))).toEqual(["1 a", "1 b", "1 c", "1 d"]);
  });
});
