import { connect, type Socket } from "node:net";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import type { DataConnection, DataEvents } from "./dataEvents.ts";
import { Gathered } from "./gathered.ts";
import { smoothRead } from "./link.ts";
import { SecuredData } from "./securedData.ts";

/**
 * Read size of large files. Measured on loopback: 64 KiB and 1 MiB are slower. One buffer a session, reused for all its files: making one a
 * file halves the rate.
 */
const READ_BUFFER_BYTES = 256 * 1024;

/** Read size until a read fills it: sessions that see small files only, hundreds of them, need no large buffer. */
const FIRST_BUFFER_BYTES = 16 * 1024;

/** The data connections of one session, one after the other. */
export class DataConnections {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #plain: PlainData[] = [];
  readonly #buffer: ReadBuffer;
  readonly #gathered: Gathered;

  constructor(control: Control, address: ServerAddress) {
    this.#control = control;
    this.#address = address;
    const most = smoothRead(address.rate, address.overall_rate);
    this.#buffer = new ReadBuffer(most);
    this.#gathered = new Gathered(most);
  }

  /** Connects to a passive port of the server and reads to the end. The one before is over. */
  open(port: number, events: DataEvents): DataConnection {
    if (this.#address.secure !== "none") {
      return new SecuredData(this.#control, this.#address, { port, gathered: this.#gathered }, events);
    }
    const plain = this.#plain.find(({ free }) => free) ?? this.#another();
    plain.open(this.#control.remoteHost, port, events);
    return plain;
  }

  #another(): PlainData {
    const plain = new PlainData(this.#buffer);
    this.#plain.push(plain);
    return plain;
  }
}

/** What a session's plain connections read into. */
class ReadBuffer {
  readonly #first: number;
  readonly #most: number;
  #bytes: Uint8Array | undefined;

  /** `most`: bytes of one read at most. */
  constructor(most: number) {
    this.#first = Math.min(FIRST_BUFFER_BYTES, most);
    this.#most = Math.min(READ_BUFFER_BYTES, most);
  }

  /** For the next read; what was read before stays where it is. */
  get bytes(): Uint8Array {
    // Slow is what Node calls memory of its own, that is not zeroed.
    this.#bytes ??= Buffer.allocUnsafeSlow(this.#first);
    return this.#bytes;
  }

  /** So many bytes came in one read: where they fill a small buffer, more are to be expected. */
  took(length: number): void {
    const isFull = length === this.#first && this.bytes.length < this.#most;
    if (isFull) this.#bytes = Buffer.allocUnsafeSlow(this.#most);
  }
}

/**
 * Plain data goes from the kernel into one buffer, without a stream in between. The socket is used again when it is closed: a new one costs
 * 15 µs of some 60 that a small file takes in Node's own code.
 */
class PlainData implements DataConnection {
  readonly #buffer: ReadBuffer;
  #socket: Socket | undefined;
  #events: DataEvents | undefined;
  /** Closed, so that it may connect again. */
  free = true;

  constructor(buffer: ReadBuffer) {
    this.#buffer = buffer;
  }

  open(host: string, port: number, events: DataEvents): void {
    this.free = false;
    this.#events = events;
    if (this.#socket === undefined) this.#socket = this.#connect(host, port);
    else this.#socket.connect({ host, port });
  }

  #connect(host: string, port: number): Socket {
    const callback = (length: number, bytes: Uint8Array) => this.#read(bytes.subarray(0, length));
    // Node asks after each read, and when the socket connects again.
    const buffer = () => this.#buffer.bytes;
    const socket = connect({ host, port, onread: { buffer, callback } });
    socket.on("connect", () => this.#events?.onConnected());
    socket.on("end", () => this.#over()?.onDataEnd());
    socket.on("error", (error) => this.#over()?.onDataError(error));
    socket.on("close", () => {
      this.free = true;
      this.#over()?.onDataEnd();
    });
    return socket;
  }

  close(): void {
    this.#events = undefined;
    this.#socket?.destroy();
  }

  #read(bytes: Uint8Array): boolean {
    this.#buffer.took(bytes.length);
    const pending = this.#events?.onBytes(bytes);
    void pending?.then(() => this.#socket?.resume());
    return pending === undefined;
  }

  /** Who is to be told of the end, once. */
  #over(): DataEvents | undefined {
    const events = this.#events;
    this.#events = undefined;
    return events;
  }
}
