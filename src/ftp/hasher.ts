import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { deadline } from "./deadline.ts";
import { type FileHash, hashAmongWords, hashInReply } from "./fileHash.ts";
import { type HashOffer, listedName } from "./hashOffers.ts";
import type { WireName } from "./names.ts";
import { isPositive, type Reply } from "./replyFault.ts";
import type { Traits } from "./traits.ts";

/** 1 MB/s: a server's disk reads a file faster, also when others want something of it. */
const SLOWEST_bytes_per_ms = 1000;

/** Asks for hashes of files on one session. */
export class Hasher {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  /** What HASH computes in this session, as far as we have chosen it. */
  #chosen: HashOffer | undefined;

  constructor(control: Control, address: ServerAddress, traits: Traits) {
    this.#control = control;
    this.#address = address;
    this.#traits = traits;
  }

  /**
   * The strongest hash that the server offers. Undefined when it offers none, refuses, or answers what nobody can read. What it turns
   * out not to know it is not asked for again. Throws a `Fault` when it falls silent for longer than so many bytes may take.
   */
  async hash(name: WireName, size = Number.POSITIVE_INFINITY): Promise<FileHash | undefined> {
    const { file_timeout_ms, timeout_ms } = this.#address;
    const patience_ms = Math.min(file_timeout_ms, timeout_ms + size / SLOWEST_bytes_per_ms);
    for (const offer of this.#traits.hashes) {
      // Forgotten since the loop began, with its command.
      if (!this.#traits.hashes.includes(offer)) continue;
      const reply = await (offer.command === "HASH"
        ? this.#askListed(offer, name, patience_ms)
        : this.#askByName(offer, name, patience_ms));
      if (this.#control.closed !== undefined) throw this.#control.closed;
      if (reply === undefined) continue;
      if (reply.code === 500 || reply.code === 502) {
        this.#forget(({ command }) => command === offer.command);
        continue;
      }
      return offer.command === "HASH" ? hashInReply(reply) : hashAmongWords(reply, offer.algorithm, name);
    }
    return undefined;
  }

  /** It turned out not to be there. */
  #forget(isMeant: (offer: HashOffer) => boolean): undefined {
    this.#traits.hashes = this.#traits.hashes.filter((offer) => !isMeant(offer));
  }

  /** HASH takes a name as RETR does. Undefined when the server does not take the algorithm that FEAT offered. */
  async #askListed(offer: HashOffer, name: WireName, patience_ms: number): Promise<Reply | undefined> {
    if (this.#chosen !== offer) {
      const chosen = await this.#control.ask(`OPTS HASH ${listedName(offer.algorithm)}`);
      if (!isPositive(chosen)) return this.#forget((one) => one === offer);
      this.#chosen = offer;
    }
    return this.#askPatiently(`HASH ${name}`, patience_ms);
  }

  /** Behind a space these commands take numbers, for a part of the file, unless the name is quoted; a quote in it is not for them. */
  async #askByName({ command }: HashOffer, name: WireName, patience_ms: number): Promise<Reply | undefined> {
    if (name.includes('"')) return undefined;
    return this.#askPatiently(`${command} ${name.includes(" ") ? `"${name}"` : name}`, patience_ms);
  }

  /** The server reads the whole file before it says a word. */
  async #askPatiently(command: string, patience_ms: number): Promise<Reply> {
    const asked = this.#control.ask(command);
    this.#control.holdSilence();
    const wait = deadline(patience_ms, () => {
      const limit = patience_ms < this.#address.file_timeout_ms ? "timeout, and 1 s for each MB" : "file_timeout";
      this.#control.close(new Fault("timeout", `no hash within ${patience_ms / 1000} s (${limit})`));
    });
    try {
      return await asked;
    } finally {
      wait.clear();
    }
  }
}
