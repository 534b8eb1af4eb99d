import { describe, expect, it } from "vitest";
import { Link } from "../../src/ftp/link.ts";
import { Session } from "../../src/ftp/session.ts";
import { Throttle } from "../../src/ftp/throttle.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { take } from "./openSession.ts";

const NEVER = new AbortController().signal;
const SIZE = 64 * 1024;

describe("a throttle", () => {
  it("waits for the link that is booked the longest", async () => {
    const [near, far] = [new Link(), new Link()];
    const throttle = new Throttle([
      { link: near, rate: 1e9 },
      { link: far, rate: 1e3 },
    ]);
    expect(throttle.took(1)).toBeUndefined();
    // an hour of the one, and no time of the other
    expect(throttle.took(3_600_000)).toBeInstanceOf(Promise);
    throttle.end();
    expect(new BigInt64Array(far.state)[0]).toBeGreaterThan(new BigInt64Array(near.state)[0] ?? 0n);
  });

  it("ends a wait at once when its session is over, and holds back nothing any more", async () => {
    const throttle = new Throttle([{ link: new Link(), rate: 1 }]);
    const turn = throttle.took(1_000_000);
    throttle.end();
    await turn;
    expect(throttle.took(1_000_000)).toBeUndefined();
  });

  it("lets a file go on when its turn has come", async () => {
    const throttle = new Throttle([{ link: new Link(), rate: 1e6 }]);
    await throttle.took(60_000);
    expect(throttle.took(1)).toBeUndefined();
  });
});

/** A session whose files come at a rate of bytes a second. */
async function throttled(rate: number, timeout_ms: number, size = SIZE) {
  const server = await startScriptedServer({ files: { "/a": "x".repeat(size) } });
  const address = addressOf(server, { rate, timeout_ms });
  const session = await Session.open(address, unknownTraits(), NEVER, new Throttle([{ link: new Link(), rate }]));
  const end = async () => {
    session.close();
    await server.stop();
  };
  return { session, [Symbol.asyncDispose]: end };
}

describe("a session that is held back", () => {
  it("comes to the end of a file though it waits longer than a server may be silent", async () => {
    await using at = await throttled(8_000, SHORT_MS, 5_000);
    let bytes = 0;
    const count = (_: number, piece: Uint8Array) => {
      bytes += piece.length;
    };
    expect(await take(at.session, "/a", 5_000, count)).toEqual({ size: 5_000, from: 0 });
    expect(bytes).toBe(5_000);
  });

  it("reads a little at once where the rate is low", async () => {
    await using at = await throttled(400_000, 20_000);
    const sizes: number[] = [];
    await take(at.session, "/a", SIZE, (_, { length }) => void sizes.push(length));
    expect(Math.max(...sizes)).toBe(4_096);
  });

  it("is closed at once in the middle of a wait", async () => {
    await using at = await throttled(1, 20_000);
    const fault = await faultOf(take(at.session, "/a", SIZE, () => void setImmediate(() => at.session.close())));
    expect(fault).toMatchObject({ code: "cut_off", message: "the session was closed" });
  });
});
