import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { readBuffer } from "./dataConnection.ts";
import { doubtEpsv, passivePort } from "./passive.ts";
import { type Reply, replyText } from "./replyFault.ts";
import type { Traits } from "./traits.ts";
import { transfer } from "./transfer.ts";
import type { Transferred, TransferRequest } from "./transferRequest.ts";

/** The transfers of one session, one after the other. */
export class Transfers {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  #buffer: Uint8Array | undefined;
  /** A REST is not used up: no RFC says that a refused RETR ends it. */
  #restStands = false;

  constructor(control: Control, address: ServerAddress, traits: Traits) {
    this.#control = control;
    this.#address = address;
    this.#traits = traits;
  }

  /** Whether another one can follow. */
  get usable(): boolean {
    return this.#control.closed === undefined;
  }

  /** For the next one: the port on which the server waits for it. Throws a `Fault`. */
  port(): Promise<number> {
    return passivePort(this.#control, this.#traits);
  }

  /** `from` is where it should begin: a server that refuses that begins at 0. Throws a `Fault`; see `transfer`. */
  async run(wanted: TransferRequest): Promise<Transferred> {
    const from = await this.#beginAt(wanted.from);
    this.#buffer ??= readBuffer();
    try {
      const done = await transfer(this.#control, this.#address, this.#buffer, { ...wanted, from });
      this.#restStands = false;
      if (this.#traits.passive === "epsv") this.#traits.epsvProven = true;
      return done;
    } catch (error) {
      doubtEpsv(this.#traits, error);
      throw error;
    }
  }

  /** REST, which must stand right before the command that it is for (RFC 3659 §5.3). Where the next transfer begins. Throws a `Fault`. */
  async #beginAt(offset: number): Promise<number> {
    if (offset === 0 && !this.#restStands) return 0;
    const reply = await this.#control.ask(`REST ${offset}`);
    const refused = reply.code >= 400;
    if (offset === 0) {
      if (refused) throw this.#lost(reply);
      this.#restStands = false;
      return 0;
    }
    this.#restStands ||= !refused;
    return reply.code === 350 ? offset : this.#beginAt(0);
  }

  /** Nobody knows where the next transfer would begin: there is none on this session. */
  #lost(reply: Reply): Fault {
    const fault = new Fault("cut_off", `REST 0: ${replyText(reply)}`);
    this.#control.close(fault);
    return fault;
  }
}
