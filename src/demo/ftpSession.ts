import type { Socket } from "node:net";
import { posix } from "node:path";
import { DataPort } from "./dataPort.ts";
import { FACTS, type Fact } from "./listingLine.ts";
import { type FolderNode, find, type TreeNode } from "./tree.ts";

/** What a server serves, and to whom. */
export interface Served {
  readonly tree: FolderNode;
  readonly user: string;
  readonly password: string;
}

/** What a server remembers of one control connection. */
export class FtpSession {
  readonly served: Served;
  /** The name given with USER. */
  user = "";
  loggedIn = false;
  /** Set by QUIT. */
  over = false;
  /** The working folder, absolute. */
  folder = "/";
  /** Where the next RETR starts (RFC 3659 5). */
  restartAt = 0;
  /** What MLST and MLSD tell. */
  facts: readonly Fact[] = FACTS;
  readonly #control: Socket;
  #data: DataPort | undefined;

  constructor(control: Socket, served: Served) {
    this.#control = control;
    this.served = served;
  }

  /** An argument as an absolute path; `..` never leads out of the root. */
  resolve(argument: string): string {
    return posix.resolve("/", this.folder, argument);
  }

  find(argument: string): TreeNode | undefined {
    return find(this.served.tree, this.resolve(argument));
  }

  /** Writes a reply and waits until the system took it: a client that does not read is not read from either. */
  say(reply: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#control.write(`${reply}\r\n`, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Makes the passive port ready for one more transfer, in place of the one before, and returns its number. */
  async openData(): Promise<number> {
    this.#data ??= await DataPort.open();
    this.#data.expect();
    // The client may have gone while the port was being opened.
    if (this.#control.destroyed) await this.closeData();
    return this.#data.port;
  }

  /** Sends a file or a listing over the data connection; returns the reply that ends it (RFC 959 5.4). */
  async transfer(bytes: Uint8Array): Promise<string> {
    const data = this.#data;
    if (data === undefined || data.used) return "425 Use PASV or EPSV first.";
    if (!(await data.connected())) return "425 No data connection came.";
    await this.say(`150 Here come ${bytes.length} bytes.`);
    return (await data.send(bytes)) ? "226 Transfer complete." : "426 Data connection closed; transfer aborted.";
  }

  async closeData(): Promise<void> {
    await this.#data?.close();
  }
}
