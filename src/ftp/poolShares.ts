import type { ServerAddress } from "./address.ts";
import { AutoShare } from "./autoShare.ts";
import { Link } from "./link.ts";
import { Throttle } from "./throttle.ts";

/** What the pools of a process share. */
export interface PoolShares {
  /** To the server's host and port. */
  readonly own: Link;
  /** To all servers. */
  readonly overall: Link;
  /** Of those with `connections: auto`. */
  readonly auto: AutoShare;
}

/** Of a pool that stands alone. */
export function unshared(): PoolShares {
  return { own: new Link(), overall: new Link(), auto: new AutoShare() };
}

/** For one session; undefined where there is nothing to hold back and nobody counts. */
export function throttleFor(
  { rate, overall_rate }: Pick<ServerAddress, "rate" | "overall_rate">,
  { own, overall }: PoolShares,
  count: ((bytes: number) => void) | undefined,
): Throttle | undefined {
  const limited = [
    { link: own, rate },
    { link: overall, rate: overall_rate },
  ].filter(({ rate }) => rate > 0);
  return limited.length === 0 && count === undefined ? undefined : new Throttle(limited, count);
}
