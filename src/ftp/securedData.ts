import { isIPv6, type TcpNetConnectOpts } from "node:net";
import { type ConnectionOptions, connect, type TLSSocket } from "node:tls";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import type { DataConnection, DataEvents } from "./dataEvents.ts";
import type { Gathered } from "./gathered.ts";
import { answered } from "./hostAddresses.ts";
import { tlsOptions } from "./tls.ts";

/** Node documents what its types lack. */
type SecuredOptions = ConnectionOptions & Pick<TcpNetConnectOpts, "onread" | "autoSelectFamily">;

interface Place {
  readonly port: number;
  /** The session's; no other connection of it is read from. */
  readonly gathered: Gathered;
}

/**
 * A data connection with TLS. The session of the control connection is resumed: many servers demand it. Records are handed on in pieces of
 * up to 256 KiB, at the latest when the sockets that can be read now have been read: 5 GiB cost
 * 7 s of CPU so, and 13 s record by record.
 */
export class SecuredData implements DataConnection {
  readonly #socket: TLSSocket;
  readonly #gathered: Gathered;
  #events: DataEvents | undefined;
  /** What is handed on is in use: nothing more is, before that is over. */
  #held = false;
  #willHandOn = false;
  /** All has come that will; to be told behind it. */
  #end: ((events: DataEvents) => void) | undefined;

  constructor(control: Control, address: ServerAddress, { port, gathered }: Place, events: DataEvents) {
    this.#events = events;
    this.#gathered = gathered;
    gathered.begin();
    const host = control.remoteHost;
    const session = control.tlsSession;
    const options: SecuredOptions = {
      ...tlsOptions(address),
      port,
      // The certificate must be the host's, and its name is asked for only once.
      lookup: answered([{ address: host, family: isIPv6(host) ? 6 : 4 }]),
      autoSelectFamily: false,
      ...(session !== undefined && { session }),
      onread: { buffer: () => gathered.room, callback: (length) => this.#read(length) },
    };
    const socket = connect(options);
    this.#socket = socket;
    socket.once("connect", () => this.#events?.onConnected());
    socket.once("end", () => this.#over((events) => events.onDataEnd()));
    // Servers that close TLS without close_notify may end without "end".
    socket.once("close", () => this.#over((events) => events.onDataEnd()));
    socket.on("error", (error) => this.#over((events) => events.onDataError(error)));
  }

  close(): void {
    this.#events = undefined;
    this.#socket.destroy();
  }

  #read(length: number): boolean {
    this.#gathered.took(length);
    if (this.#gathered.full) this.#handOn();
    else if (!this.#willHandOn) {
      this.#willHandOn = true;
      setImmediate(() => {
        this.#willHandOn = false;
        this.#handOn();
      });
    }
    return true;
  }

  #handOn(): void {
    if (this.#events === undefined || this.#held || !this.#gathered.waits) return;
    const pending = this.#events.onBytes(this.#gathered.handOn());
    if (pending === undefined) return this.#gathered.free();
    this.#held = true;
    this.#socket.pause();
    void pending.then(() => this.#goOn());
  }

  #goOn(): void {
    this.#gathered.free();
    this.#held = false;
    // Records that were read with those before come even of a socket that is paused.
    this.#handOn();
    if (this.#held) return;
    if (this.#end === undefined) this.#socket.resume();
    else this.#tellEnd();
  }

  #over(tell: (events: DataEvents) => void): void {
    this.#end ??= tell;
    this.#handOn();
    if (!this.#held) this.#tellEnd();
  }

  #tellEnd(): void {
    const events = this.#events;
    this.#events = undefined;
    if (events !== undefined) this.#end?.(events);
  }
}
