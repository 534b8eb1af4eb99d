import type { ServerAddress } from "./address.ts";
import { AutoShare } from "./autoShare.ts";
import { Link } from "./link.ts";
import { type Links, limitedLinks, Throttle } from "./throttle.ts";

/** What the pools of a process share. */
export interface PoolShares extends Links {
  /** Of those with `connections: auto`. */
  readonly auto: AutoShare;
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
