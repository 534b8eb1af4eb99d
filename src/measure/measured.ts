import type { Code } from "../records/codes.ts";

/** What so many connections brought at once, in a stretch of time without its beginning. */
export interface Reading {
  readonly connections: number;
  /** That came to their end in it. */
  readonly files: number;
  readonly bytes: number;
  readonly ms: number;
  /** CPU time of this process in it; null where other work has its share of that. */
  readonly cpu_ms: number | null;
}

/** What was found on the way through the server's first folders. */
export interface Found {
  readonly folders: number;
  readonly entries: number;
  readonly files: number;
  readonly ms: number;
  /** All of the paths was seen: neither time nor room ended it, and no folder was refused. */
  readonly whole: boolean;
  /** Of its files, in bytes. */
  readonly median_size: number | null;
  readonly largest_size: number | null;
}

/** What was measured of one server, all of it at one moment. What could not be, or not yet, is null. */
export interface Measured {
  readonly server: string;
  readonly host: string;
  readonly port: number;
  readonly secure: "none" | "explicit" | "implicit";
  /** Connecting and logging in: the first one asks what the server has, later ones (their median) know that. */
  readonly first_login_ms: number | null;
  readonly later_login_ms: number | null;
  /** A NOOP and its reply: the median of several. */
  readonly round_trip_ms: number | null;
  readonly found: Found | null;
  /** RFC 3659 §7. */
  readonly mlsd: boolean | null;
  /** The passive command that works. */
  readonly passive: "epsv" | "pasv" | null;
  /** It takes the passive command for the next file ahead, which spares each small file a round trip. */
  readonly ahead: boolean | null;
  /** It sends the rest of a file (REST), which segments and interrupted files need. */
  readonly rest: boolean | null;
  /** Small files over more and more connections, then large ones. */
  readonly small: readonly Reading[];
  readonly large: readonly Reading[];
  /** How many connections it took when it refused one more, and what it said. */
  readonly limit: { readonly connections: number; readonly message: string } | null;
  /** Why there is less than there could be. */
  readonly failure: { readonly code: Code; readonly message: string } | null;
  /** It was ended before it was done. */
  readonly ended_by: "signal" | "time" | null;
}

/** As it comes together. */
export type MeasuredSoFar = { -readonly [K in keyof Measured]: Measured[K] };

export function nothingMeasured(of: Pick<Measured, "server" | "host" | "port" | "secure">): MeasuredSoFar {
  const { server, host, port, secure } = of;
  return {
    ...{ server, host, port, secure },
    first_login_ms: null,
    later_login_ms: null,
    round_trip_ms: null,
    found: null,
    mlsd: null,
    passive: null,
    ahead: null,
    rest: null,
    small: [],
    large: [],
    limit: null,
    failure: null,
    ended_by: null,
  };
}
