import type { HashOffer } from "./hashOffers.ts";

/**
 * What a server has turned out to be like. Learned once per server by its first session and shared by all later ones, so
 * that they need not ask again.
 */
export interface Traits {
  /** The first log-in is over: what follows is known. */
  known: boolean;
  /** USER is answered with 331: later sessions write it and PASS at once, unless the server turns out not to take that. */
  asksPassword: boolean;
  /** RFC 3659 §7. */
  mlsd: boolean;
  /** RFC 2640. */
  utf8: boolean;
  /** Which passive command works: RFC 2428 EPSV or RFC 959 PASV. Undefined: EPSV has not been tried. */
  passive: "epsv" | "pasv" | undefined;
  /** A data connection to an EPSV port has come about; until then its failure may be EPSV's (firewalls swallow it). */
  epsvProven: boolean;
  /**
   * Whether it takes the passive command for the next transfer ahead (`PassiveAhead`). After a first transfer without, one session tries it;
   * after a surprise, none ever again. Where it works, a few breaks are none: see `aheadBreaks`.
   */
  ahead: "too early" | "untried" | "on trial" | "works" | "never";
  /** Sessions that broke behind a passive command sent ahead, after it had worked. */
  aheadBreaks: number;
  /** Which form of LIST shows hidden files. Undefined: `LIST -a` has not been tried. */
  list: "LIST -a" | "LIST" | undefined;
  /**
   * Listings show the folder itself: `.` in `LIST -a`, `type=cdir` in MLSD, `total 0` of an empty one. One without a line is then of a
   * folder that can't be read, or went to another client. Undefined: no listing has told yet.
   */
  listsItself: boolean | undefined;
  /** The byte 0xFF in names must be doubled, as telnet demands (RFC 854): ProFTPD. Undefined: not tried. */
  doublesIac: boolean | undefined;
  /** It says nothing for long when a client closes a data connection before the end: its session is given up then, not waited for. */
  silentAfterEarlyEnd: boolean;
  /** How it can be asked for hashes of files, strongest first. */
  hashes: readonly HashOffer[];
}

export function unknownTraits(): Traits {
  return {
    known: false,
    asksPassword: false,
    mlsd: false,
    utf8: false,
    passive: undefined,
    epsvProven: false,
    ahead: "too early",
    aheadBreaks: 0,
    list: undefined,
    listsItself: undefined,
    doublesIac: undefined,
    silentAfterEarlyEnd: false,
    hashes: [],
  };
}
