import type { ServerAddress } from "./address.ts";
import { AUTO_SHARE_BYTES, AutoShare } from "./autoShare.ts";
import { LINK_BYTES, Link } from "./link.ts";
import { type Links, limitedLinks, Throttle } from "./throttle.ts";

/** What the pools of a process share. */
export interface PoolShares extends Links {
  /** Of those with `connections: auto`. */
  readonly auto: AutoShare;
}

/** What all threads of a harvest share, in one piece of memory: the link of the overall rate, then what is of `AutoShare`. Nothing is used yet. */
export function newOverall(): SharedArrayBuffer {
  return new SharedArrayBuffer(LINK_BYTES + AUTO_SHARE_BYTES);
}

/** @param held see `newHeld` */
export function autoShareIn(overall: SharedArrayBuffer, held?: SharedArrayBuffer): AutoShare {
  return new AutoShare(undefined, new BigInt64Array(overall, LINK_BYTES), held);
}

/** Of a pool that stands alone. */
export function unshared(): PoolShares {
  return { own: new Link(), overall: new Link(), auto: new AutoShare() };
}

/** For one session; undefined where there is nothing to hold back and nobody counts. */
export function throttleFor(
  address: Pick<ServerAddress, "rate" | "overall_rate">,
  links: Links,
  count?: (bytes: number) => void,
): Throttle | undefined {
  const limited = limitedLinks(address, links);
  return limited.length === 0 && count === undefined ? undefined : new Throttle(limited, count);
}
