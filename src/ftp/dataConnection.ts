import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { tlsOptions } from "./tls.ts";

/** What becomes of a data connection. */
export interface DataEvents {
  /** It stands; TLS may still be to come. */
  connected(): void;
  /**
   * Bytes, valid until this returns or the promise that it returns is settled; nothing more is read before that. Neither throws
   * nor rejects.
   */
  chunk(bytes: Uint8Array): void | Promise<void>;
  /** The other side has sent all it had. */
  ended(): void;
  failed(error: Error): void;
}

/**
 * Read size. Measured on loopback: 64 KiB and 1 MiB are slower. One buffer a session, reused for all its files: making one a
 * file halves the rate.
 */
const READ_BUFFER_BYTES = 256 * 1024;

export function readBuffer(): Uint8Array {
  return new Uint8Array(READ_BUFFER_BYTES);
}

/** Opens a data connection to a passive port of the server and reads it to its end. Destroy the socket to stop. */
export function openData(
  control: Control,
  address: ServerAddress,
  port: number,
  buffer: Uint8Array,
  events: DataEvents,
): Socket {
  return address.secure === "none"
    ? openPlain(control.remoteHost, port, buffer, events)
    : openSecured(control, address, port, events);
}

/** Plain data goes from the kernel into one buffer, without a stream in between. */
function openPlain(host: string, port: number, buffer: Uint8Array, events: DataEvents): Socket {
  const socket = connect({
    host,
    port,
    onread: {
      buffer,
      callback(length, bytes) {
        const pending = events.chunk(bytes.subarray(0, length));
        void pending?.then(() => socket.resume());
        return pending === undefined;
      },
    },
  });
  listen(socket, events);
  socket.once("connect", () => events.connected());
  return socket;
}

/** `onread` is for plain sockets only. The session of the control connection is resumed: many servers demand it. */
function openSecured(control: Control, address: ServerAddress, port: number, events: DataEvents): Socket {
  const plain = connect({ host: control.remoteHost, port });
  const session = control.tlsSession;
  const options = tlsOptions(address);
  const secured = connectTls({ ...options, socket: plain, ...(session === undefined ? {} : { session }) });
  plain.once("connect", () => events.connected());
  plain.once("error", (error) => events.failed(error));
  secured.on("data", (bytes: Buffer) => {
    const pending = events.chunk(bytes);
    if (pending === undefined) return;
    secured.pause();
    void pending.then(() => secured.resume());
  });
  listen(secured, events);
  secured.once("close", () => plain.destroy());
  return secured;
}

function listen(socket: Socket, events: DataEvents): void {
  let over = false;
  const once = (end: () => void) => () => {
    if (over) return;
    over = true;
    end();
  };
  socket.once(
    "end",
    once(() => events.ended()),
  );
  // Servers that close TLS without close_notify end without "end".
  socket.once(
    "close",
    once(() => events.ended()),
  );
  socket.on("error", (error) => once(() => events.failed(error))());
}
