import type { TLSSocketOptions } from "node:tls";
import { type DataConnection, type DataListener, listenForData } from "./dataConnection.ts";

/** The data connections of one session, and where the next is awaited. */
export class PassiveData {
  readonly #host: string;
  /** For the next transfer. */
  #listener: DataListener | undefined;
  /** Of the transfer under way. */
  #taken: DataListener | undefined;
  /** Those not over yet. */
  readonly #listeners = new Set<DataListener>();

  constructor(host: string) {
    this.#host = host;
  }

  /**
   * Listens, in place of the listener before; the port.
   *
   * @param refused called when the client connects, which then is reset
   */
  async listen(refused?: () => void): Promise<number> {
    this.forget();
    const listener = await listenForData(this.#host, refused);
    this.#listener = listener;
    this.#listeners.add(listener);
    void listener.gone().then(() => this.#listeners.delete(listener));
    return listener.port;
  }

  get listening(): boolean {
    return this.#listener !== undefined;
  }

  /** Listens no more. */
  forget(): void {
    this.#listener?.close();
    this.#listener = undefined;
  }

  /** Waits for the client's data connection. */
  async accept(tls: TLSSocketOptions | undefined): Promise<DataConnection> {
    if (this.#listener === undefined) throw new Error("a data connection is wanted before PASV or EPSV");
    this.#taken = this.#listener;
    this.#listener = undefined;
    return this.#taken.accept(tls);
  }

  /** Breaks off the transfer under way. */
  abort(): void {
    this.#taken?.close();
  }

  closeAll(): void {
    for (const listener of this.#listeners) listener.close();
  }

  get openSockets(): number {
    return [...this.#listeners].filter(({ open }) => open).length;
  }

  /** Waits until none is left. */
  async gone(): Promise<void> {
    await Promise.all([...this.#listeners].map((listener) => listener.gone()));
  }
}
