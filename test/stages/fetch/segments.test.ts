import { describe, expect, it, vi } from "vitest";
import { Fault } from "../../../src/records/fault.ts";
import { Tries } from "../../../src/stages/onSession.ts";
import { PATIENCE } from "../../patience.ts";
import type { ScriptedSession } from "../../servers/scripted/session.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { LEAST, SegmentsHere } from "./inSegments.ts";
import { LivingFile, type Transfer } from "./livingFile.ts";

/** No two places of it are the same. */
const SIZE = 40 * LEAST;
const COUNTED = Array.from({ length: SIZE / 10 }, (_, n) => String(n).padStart(10)).join("");
const OTHER = COUNTED.replaceAll(" ", "_");

/** Told when so many transfers have begun. */
class Began {
  #waiting: (() => void)[] = [];
  #count = 0;

  /** Returns how many these are now. */
  one(): number {
    this.#count++;
    for (const look of this.#waiting) look();
    return this.#count;
  }

  async some(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.#count >= count) resolve();
      };
      this.#waiting.push(look);
      look();
    });
  }
}

/** Each transfer sends some, and the first one the rest only when so many have begun. */
function whenThereAre(count: number, then: (transfer: Transfer) => Promise<void> = (transfer) => transfer.rest()) {
  const began = new Began();
  return async (transfer: Transfer) => {
    await transfer.upTo(transfer.from + LEAST / 2);
    began.one();
    if (transfer.count <= count) await began.some(count);
    await then(transfer);
  };
}

/** RETR on a server that says nothing more on a session whose first transfer was ended. */
function goneAfterPart() {
  const began = new Began();
  return async (session: ScriptedSession) => {
    const from = session.restart;
    session.restart = 0;
    const data = await session.openData();
    session.reply("150 Here.");
    await data.send(COUNTED.slice(from, from + LEAST));
    const place = began.one();
    // Two by two.
    await began.some(place + (place % 2));
    await data.send(COUNTED.slice(from + LEAST));
    if (from === 0) return data.gone();
    await data.end();
    session.reply("226 Done.");
  };
}

const restsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith("REST"));
const retrs = (lines: readonly string[]) => lines.filter((line) => line.startsWith("RETR"));

describe("a file in segments", () => {
  it("comes by several sessions, no more than there may be, and is whole", async () => {
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(whenThereAre(3)));
    using here = new SegmentsHere(server, { connections: 3 });
    expect(await here.fetch(SIZE)).toMatchObject({ size: SIZE, segments: 3, attempts: 1 });
    expect(here.content).toBe(COUNTED);
    expect(here.names).toEqual(["a"]);
    expect(server.mostConnected).toBe(3);
    expect(new Set(restsOf(server.lines())).size).toBeGreaterThanOrEqual(2);
  });

  it("comes by as many as nothing else needs with `auto`", async () => {
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(whenThereAre(4)));
    using here = new SegmentsHere(server, { connections: 4, segments: "auto" });
    expect(await here.fetch(SIZE)).toMatchObject({ segments: 4 });
    expect(here.content).toBe(COUNTED);
  });

  it("comes in one stream where the server does not say which version it is", async () => {
    const living = new LivingFile(COUNTED);
    living.size = null;
    await using server = await startScriptedServer(living.script());
    using here = new SegmentsHere(server);
    expect(await here.fetch(SIZE)).toEqual({ local: expect.any(String), size: SIZE, attempts: 1 });
    expect(restsOf(server.lines())).toEqual([]);
  });

  it.each(["502 What?", "501 No."])(
    "comes by the first session alone where REST is answered with %s",
    async (reply) => {
      const began = new Began();
      const on = {
        REST: async (session: { reply(text: string): void }) => {
          session.reply(reply);
          began.one();
        },
      };
      const send = async (transfer: Transfer) => {
        await transfer.upTo(LEAST);
        await began.some(1);
        await transfer.rest();
      };
      await using server = await startScriptedServer(new LivingFile(COUNTED).script(send, on));
      using here = new SegmentsHere(server, { connections: 2 });
      expect(await here.fetch(SIZE)).toEqual({ local: expect.any(String), size: SIZE, attempts: 1 });
      expect(here.content).toBe(COUNTED);
      expect(retrs(server.lines())).toEqual(["RETR /a"]);
      expect(here.segmenting.isTrusted).toBe(false);
    },
  );

  it.each([1, 2])(
    "comes in one stream, once more, where REST is answered with 350 and the whole file, and stream %i is the faster one",
    async (faster) => {
      const over = new Began();
      const send = whenThereAre(2, async (transfer) => {
        if (transfer.count === 3 - faster) await over.some(1);
        await transfer.rest();
        over.one();
      });
      const living = new LivingFile(COUNTED);
      await using server = await startScriptedServer(living.script(send, { REST: "350 Restarting." }));
      using here = new SegmentsHere(server, { connections: 2 });
      expect(await here.fetch(SIZE)).toEqual({ local: expect.any(String), size: SIZE, attempts: 1 });
      expect(here.content).toBe(COUNTED);
      expect(here.segmenting.isTrusted).toBe(false);
      const before = restsOf(server.lines()).length;
      await here.fetch(SIZE);
      expect(restsOf(server.lines())).toHaveLength(before);
    },
  );

  it("and was rewritten while it was fetched is no reason to trust the server less", async () => {
    const living = new LivingFile(COUNTED);
    const send = whenThereAre(2, async (transfer) => {
      if (transfer.count === 1) living.become(OTHER, "20260102030406");
      await transfer.rest();
    });
    await using server = await startScriptedServer(living.script(send));
    using here = new SegmentsHere(server, { connections: 2 });
    expect(await here.fetch(SIZE)).toMatchObject({ attempts: 1, changed: { modified: "2026-01-02T03:04:06Z" } });
    expect(here.content).toBe(OTHER);
    expect(here.segmenting.isTrusted).toBe(true);
  });

  it("comes in one stream where it is rewritten each time that it is fetched in several", async () => {
    const living = new LivingFile(COUNTED);
    let second = 10;
    const began = new Began();
    const send = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + LEAST / 2);
      began.one();
      if (transfer.count <= 4) {
        await began.some(transfer.count <= 2 ? 2 : 4);
        if (transfer.from === 0) living.become(second % 2 === 0 ? OTHER : COUNTED, `202601020304${++second}`);
      }
      await transfer.rest();
    };
    await using server = await startScriptedServer(living.script(send));
    using here = new SegmentsHere(server, { connections: 2 });
    expect(await here.fetch(SIZE)).toMatchObject({ size: SIZE, attempts: 1 });
    expect(here.content).toBe(living.bytes);
    expect(restsOf(server.lines())).toHaveLength(2);
    expect(here.segmenting.isTrusted).toBe(true);
  });

  it("is gone on with by others where one of its sessions is cut off", async () => {
    const send = whenThereAre(3, async (transfer) => (transfer.count === 2 ? transfer.cut() : transfer.rest()));
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 3, retries: 1 });
    expect(await here.fetch(SIZE)).toMatchObject({ segments: 3, attempts: 1 });
    expect(here.content).toBe(COUNTED);
  });

  it("is gone on with by another try, from what all had, where the first session is cut off", async () => {
    const send = whenThereAre(2, async (transfer) => {
      if (transfer.from === 0) await transfer.cut();
      else if (transfer.count === 2) {
        await transfer.upTo(transfer.from + 4 * LEAST);
        await transfer.cut();
      } else await transfer.rest();
    });
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 2, retries: 1 });
    const landed = await here.fetch(SIZE);
    expect(landed.attempts).toBe(2);
    expect(landed.resumed_from).toBeGreaterThanOrEqual(LEAST / 2 + 4 * LEAST);
    expect(here.content).toBe(COUNTED);
  });

  it("is fetched to its end by another session where the first one is cut off, also what was not its piece", async () => {
    const over = new Began();
    const send = whenThereAre(2, async (transfer) => {
      if (transfer.count === 1) {
        await transfer.cut();
        over.one();
        return;
      }
      await over.some(1);
      await transfer.rest();
    });
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 2, retries: 0 });
    expect(await here.fetch(SIZE)).toEqual({ local: expect.any(String), size: SIZE, attempts: 1, segments: 2 });
    expect(here.content).toBe(COUNTED);
  });

  it("comes by as many sessions as before where the first one is cut off", async () => {
    const began = new Began();
    const send = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + LEAST / 2);
      began.one();
      await began.some(transfer.count === 1 ? 2 : 3);
      await (transfer.count === 1 ? transfer.cut() : transfer.rest());
    };
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 2, retries: 0 });
    expect(await here.fetch(SIZE)).toEqual({ local: expect.any(String), size: SIZE, attempts: 1, segments: 2 });
    expect(here.content).toBe(COUNTED);
    expect(server.mostConnected).toBe(2);
  });

  it("says nothing of the server where each of its transfers is cut off: other files are fetched still", async () => {
    const send = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + 100);
      await transfer.cut();
    };
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { retries: 2, give_up_after: 4 });
    await expect(here.fetch(SIZE)).rejects.toMatchObject({ code: "cut_off" });
    const lease = await here.pool.lease(new AbortController().signal);
    expect(lease.session.usable).toBe(true);
    lease.release();
  });

  it("is fetched again when it is another one in the end", async () => {
    const living = new LivingFile(COUNTED);
    const send = whenThereAre(2, async (transfer) => {
      living.become(OTHER, "20260102030406");
      await transfer.rest();
    });
    await using server = await startScriptedServer(living.script(send));
    using here = new SegmentsHere(server, { connections: 2 });
    expect(await here.fetch(SIZE)).toMatchObject({ size: SIZE, changed: { modified: "2026-01-02T03:04:06Z" } });
    expect(here.content).toBe(OTHER);
  });

  it("leaves nothing of what an earlier try had of another version", async () => {
    for (const segments of [1, 2]) {
      const living = new LivingFile(COUNTED);
      const sent = new Began();
      let toldOfOther = false;
      const MDTM = (session: ScriptedSession) => {
        toldOfOther = living.bytes === OTHER;
        session.reply(`213 ${living.modified}`);
      };
      const send = async (transfer: Transfer) => {
        if (toldOfOther) return transfer.rest();
        // A helping session of the first try, that comes again when it sees the cut before the other one does: this try gets nothing more.
        if (living.bytes === OTHER) return transfer.cut();
        await transfer.upTo(transfer.from + SIZE / 4);
        sent.one();
        await sent.some(segments);
        if (transfer.from === 0) living.become(OTHER, "20260102030406");
        await transfer.cut();
      };
      await using server = await startScriptedServer(living.script(send, { MDTM }));
      // To the minute, as vsftpd lists it: what the server has is asked before each try.
      using here = new SegmentsHere(server, { connections: segments, segments, retries: 1 });
      expect(await here.fetch(SIZE, { modified: "2026-01-02T03:04Z" })).toMatchObject({ attempts: 2 });
      expect(here.content).toBe(OTHER);
      expect(here.names).toEqual(["a"]);
    }
  });

  it("and was cut short or grew meanwhile is fetched again as it is now", async () => {
    for (const now of [COUNTED.slice(0, SIZE / 2), COUNTED + COUNTED]) {
      const living = new LivingFile(COUNTED);
      const send = whenThereAre(2, async (transfer) => {
        living.become(now, "20260102030406");
        await transfer.rest();
      });
      await using server = await startScriptedServer(living.script(send));
      using here = new SegmentsHere(server, { connections: 2 });
      expect(await here.fetch(SIZE)).toMatchObject({ size: now.length });
      expect(here.content).toBe(now);
    }
  });

  it("comes without a further try where no session survives that a part of it was enough", async () => {
    const RETR = goneAfterPart();
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(undefined, { RETR }));
    using here = new SegmentsHere(server, { connections: 2, timeout_ms: 300 });
    expect(await here.fetch(SIZE)).toEqual({ local: expect.any(String), size: SIZE, attempts: 1, segments: 2 });
    expect(here.content).toBe(COUNTED);
    expect(restsOf(server.lines())).toHaveLength(1);
  });

  it("is tried no more often than it may be where nothing can be kept of what came before that", async () => {
    const RETR = goneAfterPart();
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(undefined, { RETR }));
    using here = new SegmentsHere(server, { connections: 2, timeout_ms: 100, retries: 1 });
    const { sink } = here;
    here.sink = Object.assign(Object.create(sink), {
      beginRanges(...asked: Parameters<typeof sink.beginRanges>) {
        const incoming = sink.beginRanges(...asked);
        incoming.keep = () => incoming.abort();
        return incoming;
      },
    });
    const tries = new Tries();
    await expect(here.fetch(SIZE, { tries })).rejects.toMatchObject({ code: "cut_off" });
    expect(tries.count).toBe(2);
  });

  it("comes by those that a server lets in", async () => {
    const script = new LivingFile(COUNTED).script(whenThereAre(2));
    await using server = await startScriptedServer({ ...script, maxConnections: 2 });
    using here = new SegmentsHere(server, { connections: 5 });
    expect(await here.fetch(SIZE)).toMatchObject({ segments: 2, attempts: 1 });
    expect(here.content).toBe(COUNTED);
  });

  it("leaves a session to who waits for one", async () => {
    let goOn = () => {};
    const waits = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const began = new Began();
    const send = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + LEAST / 2);
      began.one();
      await waits;
      // What follows is small enough to be read piece by piece.
      for (let end = transfer.from + LEAST; end < COUNTED.length; end += LEAST) await transfer.upTo(end);
      await transfer.rest();
    };
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 2 });
    const fetching = here.fetch(SIZE);
    await began.some(2);
    const lease = here.pool.lease(new AbortController().signal);
    goOn();
    (await lease).release();
    expect(await fetching).toMatchObject({ segments: 2 });
    expect(here.content).toBe(COUNTED);
  });

  it("leaves a session on which little comes to who waits for one, when it has had its time", async () => {
    const began = new Began();
    const more = new Began();
    const lent = new Began();
    const send = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + LEAST / 2);
      began.one();
      await more.some(1);
      await transfer.upTo(transfer.from + LEAST / 2 + 100);
      if (transfer.count === 2) return transfer.left();
      await lent.some(1);
      await transfer.rest();
    };
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 2 });
    here.letGoAtOnce();
    const fetching = here.fetch(SIZE);
    await began.some(2);
    const lease = here.pool.lease(new AbortController().signal);
    more.one();
    (await lease).release();
    lent.one();
    expect(await fetching).toMatchObject({ segments: 2 });
    expect(here.content).toBe(COUNTED);
  });

  it("fails once, with all its sessions, where the disk is full", async () => {
    const began = new Began();
    const send = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + LEAST);
      began.one();
      await began.some(3);
      await transfer.rest();
    };
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
    using here = new SegmentsHere(server, { connections: 3, retries: 2 });
    const { sink } = here;
    let left = SIZE / 2;
    here.sink = Object.assign(Object.create(sink), {
      beginRanges(...asked: Parameters<typeof sink.beginRanges>) {
        const incoming = sink.beginRanges(...asked);
        const write = incoming.write.bind(incoming);
        incoming.write = (offset, bytes) => {
          left -= bytes.length;
          if (left < 0) throw new Fault("disk", "no space left");
          return write(offset, bytes);
        };
        return incoming;
      },
      begin: (...asked: Parameters<typeof sink.begin>) => sink.begin(...asked),
    });
    const tries = new Tries();
    await expect(here.fetch(SIZE, { tries })).rejects.toMatchObject({ code: "disk", retry: false });
    expect(tries.count).toBe(1);
    expect(here.names).toEqual([]);
    expect(here.pool.size).toBe(0);
  });

  it("is given up with all its sessions at once", async () => {
    const stalls = async (transfer: Transfer) => {
      await transfer.upTo(transfer.from + LEAST);
      began.one();
      await new Promise<void>((resolve) => here.stop.signal.addEventListener("abort", () => resolve()));
    };
    const began = new Began();
    await using server = await startScriptedServer(new LivingFile(COUNTED).script(stalls));
    using here = new SegmentsHere(server, { connections: 3 });
    const fetching = here.fetch(SIZE);
    await began.some(3);
    here.stop.abort();
    await expect(fetching).rejects.toThrow("abandoned");
    await expect.poll(() => server.openSockets, PATIENCE).toBe(0);
  });

  it("leaves nothing behind that waits for the end of the run", async () => {
    const any = vi.spyOn(AbortSignal, "any");
    try {
      await using server = await startScriptedServer(new LivingFile(COUNTED).script(whenThereAre(3)));
      using here = new SegmentsHere(server, { connections: 3 });
      await here.fetch(SIZE);
      const signals = any.mock.results.map(({ value }) => value);
      expect(signals.length).toBeGreaterThanOrEqual(2);
      expect(signals.filter((signal) => !signal.aborted)).toEqual([]);
    } finally {
      any.mockRestore();
    }
  });

  it("goes on in the next run with all that its sessions had, also as one that comes from its beginning on", async () => {
    for (const segments of [3, 1]) {
      const began = new Began();
      let isNext = false;
      const send = async (transfer: Transfer) => {
        if (isNext) return transfer.rest();
        await transfer.upTo(transfer.from + 5 * LEAST);
        began.one();
        await transfer.cut();
      };
      await using server = await startScriptedServer(new LivingFile(COUNTED).script(send));
      using here = new SegmentsHere(server, { connections: 3, segments: 3 });
      await expect(here.fetch(SIZE)).rejects.toMatchObject({ code: "cut_off" });
      isNext = true;
      expect(here.sink.close("stopped")).toBe(true);
      using again = new SegmentsHere(server, { connections: 3, segments }, here.folder);
      await again.nextRun();
      const landed = await again.fetch(SIZE);
      expect(landed.resumed_from).toBeGreaterThanOrEqual(5 * LEAST - 4096);
      expect(again.content).toBe(COUNTED);
      expect(again.names).toEqual(["a"]);
    }
  });
});
