import type { Link } from "./link.ts";
import { Turn } from "./turn.ts";

/** A link, and the share of it that may be used, in bytes a second. */
export interface LimitedLink {
  readonly link: Link;
  readonly rate: number;
}

/** What the data of files goes through. */
export interface Links {
  /** To one host and port. */
  readonly own: Link;
  /** To all of them. */
  readonly overall: Link;
}

/** The links that settings limit: none where they don't. */
export function limitedLinks(
  { rate, overall_rate }: { readonly rate: number; readonly overall_rate: number },
  { own, overall }: Links,
): readonly LimitedLink[] {
  const all = [
    { link: own, rate },
    { link: overall, rate: overall_rate },
  ];
  return all.filter((each) => each.rate > 0);
}

/** Counts the file data of one session, and holds it back to the rates of the links that it goes through. */
export class Throttle {
  readonly #links: readonly LimitedLink[];
  readonly #count: ((bytes: number) => void) | undefined;
  #turn: Turn | undefined;
  #over = false;

  constructor(links: readonly LimitedLink[], count?: (bytes: number) => void) {
    this.#links = links;
    this.#count = count;
  }

  /** Bytes have come. Nothing more is to be read before the promise is settled, which never rejects; undefined: at once. */
  took(bytes: number): Promise<void> | undefined {
    this.#count?.(bytes);
    let wait_ms = 0;
    for (const { link, rate } of this.#links) wait_ms = Math.max(wait_ms, link.book(bytes, rate));
    if (wait_ms <= 0 || this.#over) return undefined;
    this.#turn = new Turn(wait_ms);
    return this.#turn.over;
  }

  /** The session is over: nobody waits any more. */
  end(): void {
    this.#over = true;
    this.#turn?.end();
  }
}
