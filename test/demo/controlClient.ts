import { connect, type Socket } from "node:net";

/** A bare control connection for the tests: what is written is what the server gets, and each reply can be waited for. */
export class ControlClient {
  readonly socket: Socket;
  #received = "";
  #ended = false;
  #wake = () => {};

  constructor(port: number) {
    this.socket = connect({ host: "127.0.0.1", port });
    this.socket.setEncoding("utf8");
    this.socket.on("data", (text) => this.#take(String(text)));
    this.socket.on("error", () => {});
    this.socket.on("close", () => this.#end());
  }

  static async loggedIn(port: number, user: string, password: string): Promise<ControlClient> {
    const client = new ControlClient(port);
    client.write(`USER ${user}\r\nPASS ${password}\r\n`);
    await client.replies(3);
    return client;
  }

  write(text: string): void {
    this.socket.write(text);
  }

  async ask(command: string): Promise<string> {
    this.write(`${command}\r\n`);
    const [reply = ""] = await this.replies(1);
    return reply;
  }

  /** The next replies, a line of several counted as one; fewer when the server ends the connection. */
  async replies(count: number): Promise<string[]> {
    const found: string[] = [];
    while (found.length < count) {
      const reply = /^(?:(\d{3})-.*?\r\n\1 [^\r]*|\d{3} [^\r]*)\r\n/s.exec(this.#received)?.[0];
      if (reply !== undefined) {
        found.push(reply.trimEnd());
        this.#received = this.#received.slice(reply.length);
      } else if (this.#ended) break;
      else await new Promise<void>((resolve) => this.#hear(resolve));
    }
    return found;
  }

  #hear(wake: () => void): void {
    this.#wake = wake;
  }

  #take(text: string): void {
    this.#received += text;
    this.#wake();
  }

  #end(): void {
    this.#ended = true;
    this.#wake();
  }
}
