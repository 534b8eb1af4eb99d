import type { ServerAddress } from "./address.ts";
import { Allowance } from "./allowance.ts";
import { AutoSessions, type Standing } from "./autoSessions.ts";
import type { AutoShare } from "./autoShare.ts";

/** What settings say of the number of sessions. */
export type SessionSettings = Pick<ServerAddress, "connections" | "connections_auto">;

/** Whose sessions they are. */
export interface LimitedSessions {
  /** Asked from the first moment on. */
  standing(): Omit<Standing, "most">;
  /** Another number of them is worth it now. */
  onChanged(): void;
}

/**
 * How many sessions with one server there may be: as many as the settings allow and the server takes (`Allowance`); with
 * `connections: auto`, of those as many as are worth it (`AutoSessions`).
 */
export class SessionLimit {
  readonly #allowance: Allowance;
  readonly #share: AutoShare;
  readonly #sessions: LimitedSessions;
  #auto: AutoSessions | undefined;

  constructor(settings: SessionSettings, share: AutoShare, sessions: LimitedSessions) {
    this.#allowance = new Allowance(settings.connections);
    this.#share = share;
    this.#sessions = sessions;
    this.adapt(settings);
  }

  /** From now on their number is as these settings say: fixed, or to be found anew. What the server refused stays refused. */
  adapt({ connections, connections_auto }: SessionSettings): void {
    this.#allowance.most = connections;
    this.#auto?.end();
    const standing = () => ({ most: this.#allowance.sessions, ...this.#sessions.standing() });
    this.#auto = connections_auto ? new AutoSessions(standing, this.#share) : undefined;
  }

  /** Sessions that there may be now. */
  get most(): number {
    return Math.min(this.#allowance.sessions, this.#auto?.wanted ?? Number.POSITIVE_INFINITY);
  }

  /** Sessions that were found to be worth it last; undefined where their number is fixed. */
  get found(): number | undefined {
    return this.#auto?.wanted;
  }

  /** Is to be told how many bytes of files come; undefined where nobody counts them. */
  get counter(): ((bytes: number) => void) | undefined {
    return this.#auto === undefined ? undefined : (bytes) => this.#took(bytes);
  }

  /** Beside so many, one more is not worth it. False where their number is fixed. */
  isEnough(sessions: number): boolean {
    return this.#auto !== undefined && sessions >= this.most;
  }

  /** The server took so many and no more. */
  refused(sessions: number): void {
    this.#allowance.lower(sessions);
    this.#auto?.bound(this.#allowance.sessions);
  }

  /** So many stand: it takes them. */
  accepted(sessions: number): void {
    this.#allowance.atLeast(sessions);
  }

  /** A file or a folder is done, for whose session so many waited. */
  done(waiting: number): void {
    if (this.#auto?.done(waiting) === true) this.#sessions.onChanged();
  }

  /** Nobody uses the server any more. */
  end(): void {
    this.#auto?.end();
  }

  #took(bytes: number): void {
    if (this.#auto?.took(bytes) === true) this.#sessions.onChanged();
  }
}
