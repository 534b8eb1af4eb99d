import type { Answer, Channel, Strike } from "./faultSchedule.ts";
import { turn } from "./sockets.ts";

/** What a split goes up to: a megabyte in single bytes would take its time. */
const MOST_PIECES = 2_000;

/** Time for a client to read what was sent: a reset takes back what waits at its side. */
const BEFORE_RESET_MS = 20;

/** How a channel does what strikes it. */
export interface ChannelEnds {
  /** False where nobody is there to take bytes. */
  put(bytes: Uint8Array): Promise<boolean>;
  pause(ms: number): Promise<void>;
  reset(): void;
  /** Ends it in order. */
  cut(): void;
  change(strike: Extract<Strike, { readonly kind: "change" }>): void;
}

/** Why nothing more is sent; `left`: the client did. */
export type ChannelEnd = "stall" | "reset" | "cut" | "truncate" | "left";

/** The bytes of one channel in one answer, with what strikes them. */
export class StruckChannel {
  readonly #ends: ChannelEnds;
  readonly #answer: Answer;
  readonly #strikes: Strike[];
  /** Bytes sent, without those inserted. */
  #position = 0;
  #piece = Number.POSITIVE_INFINITY;
  #pieces = 0;
  #end: ChannelEnd | undefined;
  #altered = false;

  constructor(ends: ChannelEnds, answer: Answer, channel: Channel) {
    this.#ends = ends;
    this.#answer = answer;
    this.#strikes = answer.strikes(channel);
  }

  /** Whether bytes go through as they are. */
  get plain(): boolean {
    return this.#strikes.length === 0 && this.#piece === Number.POSITIVE_INFINITY && this.#end === undefined;
  }

  get end(): ChannelEnd | undefined {
    return this.#end;
  }

  /** Something came in between. */
  get altered(): boolean {
    return this.#altered;
  }

  /** Sends all of a content, which may become another one meanwhile. */
  async send(content: () => Uint8Array): Promise<void> {
    for (let sent = 0; this.#end === undefined && sent < content().length; ) {
      const strike = this.#due();
      if (strike !== undefined) {
        await this.#strike(strike);
        continue;
      }
      const whole = content();
      const piece = whole.subarray(sent, Math.min(whole.length, sent + this.#pieceSize()));
      await this.#put(piece);
      sent += piece.length;
      this.#position += piece.length;
    }
  }

  /** Strikes what is left at the end. */
  async finish(): Promise<void> {
    for (let strike = this.#due(); strike !== undefined && this.#end === undefined; strike = this.#due()) {
      const needsMore = strike.kind === "split" || strike.kind === "truncate";
      if (!needsMore) await this.#strike(strike);
    }
  }

  #due(): Strike | undefined {
    const next = this.#strikes[0];
    return next !== undefined && next.byte <= this.#position ? this.#strikes.shift() : undefined;
  }

  #pieceSize(): number {
    const untilNext = (this.#strikes[0]?.byte ?? Number.POSITIVE_INFINITY) - this.#position;
    return Math.min(untilNext, this.#pieces < MOST_PIECES ? this.#piece : Number.POSITIVE_INFINITY);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    if (!(await this.#ends.put(bytes))) this.#end = "left";
    if (this.#piece === Number.POSITIVE_INFINITY) return;
    this.#pieces++;
    // The write is over; a client in this very process gets its turn to read before the next one.
    await turn();
  }

  async #strike(strike: Strike): Promise<void> {
    this.#answer.struck(strike);
    switch (strike.kind) {
      case "delay":
        return this.#ends.pause(strike.ms);
      case "split":
        this.#piece = Math.max(1, strike.size);
        return;
      case "insert":
        this.#altered = true;
        return this.#put(Buffer.from(strike.bytes, "latin1"));
      case "change":
        return this.#ends.change(strike);
      default:
        this.#end = strike.kind;
        if (strike.kind === "reset") await this.#reset();
        else if (strike.kind === "cut") this.#ends.cut();
    }
  }

  async #reset(): Promise<void> {
    if (this.#position > 0) {
      await this.#ends.pause(BEFORE_RESET_MS);
      await turn();
    }
    this.#ends.reset();
  }
}
