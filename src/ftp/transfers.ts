import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { readBuffer } from "./dataConnection.ts";
import { doubtEpsv, passivePort } from "./passive.ts";
import type { Traits } from "./traits.ts";
import { transfer } from "./transfer.ts";
import type { Transferred, TransferRequest } from "./transferRequest.ts";

/** The transfers of one session, one after the other. */
export class Transfers {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  #buffer: Uint8Array | undefined;

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
    // REST must stand right before the command that it is for (RFC 3659 §5.3).
    const from = wanted.from > 0 && (await this.#restart(wanted.from)) ? wanted.from : 0;
    this.#buffer ??= readBuffer();
    try {
      const done = await transfer(this.#control, this.#address, this.#buffer, { ...wanted, from });
      if (this.#traits.passive === "epsv") this.#traits.epsvProven = true;
      return done;
    } catch (error) {
      doubtEpsv(this.#traits, error);
      throw error;
    }
  }

  /** RFC 3659 §5: whether the next transfer begins there. */
  async #restart(offset: number): Promise<boolean> {
    const { code } = await this.#control.ask(`REST ${offset}`);
    return code === 350;
  }
}
