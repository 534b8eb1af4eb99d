import { describe, expect, it } from "vitest";
import { AutoSessions, type Standing } from "../../src/ftp/autoSessions.ts";
import { AUTO_SHARE_BYTES, AutoShare } from "../../src/ftp/autoShare.ts";

const KB = 1_000;
const TICK_MS = 50;
/** A file is done. */
const FILE_MS = 500;

/** A server with sessions that are all at work at once, each of which brings so much a second. */
class Busy {
  readonly auto: AutoSessions;
  readonly #each_bytes: number;
  #now_ms = 0;
  #lent = 0;

  constructor(each_bytes: number, share = new AutoShare(), standing: Partial<Standing> = {}) {
    this.#each_bytes = each_bytes;
    this.auto = new AutoSessions(() => ({ most: 20, lent: this.#lent, opening: 0, ...standing }), share);
  }

  get wanted(): number {
    return this.auto.wanted;
  }

  /** Large files for so long. Returns the numbers that were wanted, each once in a row. */
  work(ms: number, waiting = 9): number[] {
    const wanted = [this.wanted];
    for (const end_ms = this.#now_ms + ms; this.#now_ms < end_ms; ) {
      this.#now_ms += TICK_MS;
      this.#lent = this.wanted;
      const bytes = (this.#each_bytes * this.#lent * TICK_MS) / 1000;
      const changes = [this.auto.took(bytes, this.#now_ms)];
      if (this.#now_ms % FILE_MS === 0) changes.push(this.auto.done(waiting, this.#now_ms));
      if (changes.includes(true)) wanted.push(this.wanted);
    }
    return wanted;
  }
}

describe("the sessions that are worth it", () => {
  it("rise while each brings as much as before", () => {
    expect(new Busy(5_000 * KB).work(10_000)).toEqual([4, 6, 9, 14, 20]);
  });

  it("are judged later where little comes", () => {
    const [fast, slow] = [new Busy(5_000 * KB), new Busy(30 * KB)];
    fast.work(2_000);
    slow.work(2_000);
    expect([fast.wanted > 4, slow.wanted]).toEqual([true, 4]);
    slow.work(60_000);
    expect(slow.wanted).toBeGreaterThan(4);
  });

  it("are not judged while nobody waits for one more", () => {
    expect(new Busy(5_000 * KB).work(10_000, 0)).toEqual([4]);
  });

  it("are not judged while a log-in is under way, nor where fewer or more are at work than are wanted", () => {
    for (const standing of [{ opening: 1 }, { lent: 3 }, { lent: 5 }]) {
      expect(new Busy(5_000 * KB, new AutoShare(), standing).work(10_000)).toEqual([4]);
    }
  });

  it("are no more than a server takes", () => {
    const busy = new Busy(5_000 * KB);
    busy.work(1_500);
    expect(busy.wanted).toBeGreaterThan(4);
    busy.auto.bound(3);
    expect(busy.wanted).toBe(3);
  });

  it("share the spare ones beyond the first four of each, and give them back", () => {
    const share = new AutoShare(8);
    const [first, second] = [new Busy(5_000 * KB, share), new Busy(5_000 * KB, share)];
    first.work(10_000);
    second.work(10_000);
    expect([first.wanted, second.wanted, share.spare]).toEqual([12, 4, 0]);
    first.auto.end();
    first.auto.end();
    expect(share.spare).toBe(8);
    second.work(60_000);
    expect(second.wanted).toBe(12);
    second.auto.bound(2);
    expect(share.spare).toBe(8);
  });

  it("are shared by all threads, and so is what is done for others meanwhile", () => {
    const all = new BigInt64Array(new SharedArrayBuffer(AUTO_SHARE_BYTES));
    const [here, there] = [new AutoShare(8, all), new AutoShare(8, all)];
    const [first, second] = [new Busy(5_000 * KB, here), new Busy(5_000 * KB, there)];
    first.work(10_000);
    second.work(10_000);
    expect([first.wanted, second.wanted, here.spare, there.spare]).toEqual([12, 4, 0, 0]);
    expect(here.done_bytes).toBe(there.done_bytes);
    // What they may hold is given back for them if they are gone.
    there.giveBackAll();
    expect(there.spare).toBe(0);
    here.giveBackAll();
    expect(there.spare).toBe(8);
  });

  it("are no more than there are left when another thread takes them in the same moment", () => {
    class Overtaken extends AutoShare {
      override take(wanted: number): number {
        super.take(this.spare - 1);
        return super.take(wanted);
      }
    }
    const share = new Overtaken(8);
    const busy = new Busy(5_000 * KB, share);
    expect(busy.work(5_000)).toEqual([4, 5]);
    expect(share.spare).toBe(0);
    busy.auto.end();
    expect(share.spare).toBe(1);
  });
});
