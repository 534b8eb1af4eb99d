import type { Socket } from "node:net";
import { Answer } from "./faultSchedule.ts";
import { pause, put } from "./sockets.ts";
import { StruckChannel } from "./struckChannel.ts";

/** What a session says: replies in order, with the faults that fall on them. Without faults each goes out at once. */
export class ControlChannel {
  readonly #plain: Socket;
  #socket: Socket;
  #answer = new Answer();
  #struck: StruckChannel;
  /** Set while something waits to be sent. */
  #turn: Promise<void> | undefined;
  /** For how long the replies of this answer are held back. */
  #hold_ms: number | undefined;
  #held: Uint8Array[] = [];
  #release: NodeJS.Timeout | undefined;
  #mute = false;

  constructor(socket: Socket) {
    this.#plain = socket;
    this.#socket = socket;
    this.#struck = this.#strikesOf(this.#answer);
    socket.once("close", () => clearTimeout(this.#release));
  }

  /** Whether the client can't see any more of it: it was ended, or stalls. */
  get over(): boolean {
    return this.#mute || !this.#socket.writable;
  }

  /** Whether this side has ended it. */
  get ended(): boolean {
    return !this.#socket.writable;
  }

  /** Goes on over another socket: TLS. */
  moveTo(socket: Socket): void {
    this.#letGo();
    this.#socket = socket;
  }

  /** From now on the faults of another answer hold. */
  begin(answer: Answer): void {
    this.#answer = answer;
    this.#struck = this.#strikesOf(answer);
    this.#hold_ms = undefined;
  }

  write(bytes: Buffer): void {
    this.#hold_ms ??= this.#answer.take("merge")?.ms;
    const struck = this.#struck;
    if (this.#turn !== undefined || !struck.plain || this.#hold_ms !== undefined)
      this.#next(() => struck.send(() => bytes));
    else if (!this.over) this.#socket.write(this.#withHeld(bytes));
  }

  /** Waits until all is out that was written. */
  async flushed(): Promise<void> {
    while (this.#turn !== undefined) await this.#turn;
    this.#mute ||= this.#struck.end === "stall";
  }

  /** The answer is over: what is left of its faults strikes. */
  async finish(): Promise<void> {
    await this.flushed();
    await this.#struck.finish();
    this.#mute ||= this.#struck.end === "stall";
  }

  /** Ends the connection in order, after what was written. */
  close(): void {
    if (this.#turn === undefined) this.#end();
    else this.#next(async () => this.#end());
  }

  #next(action: () => Promise<void>): void {
    const turn = (this.#turn ?? Promise.resolve()).then(action).then(() => {
      if (this.#turn === turn) this.#turn = undefined;
    });
    this.#turn = turn;
  }

  #strikesOf(answer: Answer): StruckChannel {
    const ends = {
      put: (bytes: Uint8Array) => this.#put(bytes),
      pause: (ms: number) => pause(this.#plain, ms),
      reset: () => {
        this.#letGo();
        this.#plain.resetAndDestroy();
      },
      cut: () => this.#end(),
      change: () => {}, // strikes data only
    };
    return new StruckChannel(ends, answer, "control");
  }

  async #put(bytes: Uint8Array): Promise<boolean> {
    if (this.over) return false;
    if (this.#hold_ms === undefined) return put(this.#socket, this.#withHeld(bytes));
    this.#held.push(bytes);
    this.#release ??= setTimeout(() => this.#letGo(), this.#hold_ms);
    return true;
  }

  /** Sends what is held back. */
  #letGo(): void {
    if (this.#held.length > 0 && this.#socket.writable) this.#socket.write(this.#withHeld());
  }

  #withHeld(...bytes: Uint8Array[]): Uint8Array {
    const all = [...this.#held, ...bytes];
    this.#held = [];
    clearTimeout(this.#release);
    this.#release = undefined;
    return Buffer.concat(all);
  }

  #end(): void {
    this.#letGo();
    this.#socket.end();
  }
}
