import type { Socket } from "node:net";

/** The command lines that a client sends, as latin1 and without their ends. */
export class CommandLines {
  readonly #take: (line: string) => void;
  #unread = "";

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  read(socket: Socket): void {
    socket.on("data", (bytes: Buffer) => {
      this.#unread += bytes.toString("latin1");
      for (let end = this.#unread.indexOf("\n"); end >= 0; end = this.#unread.indexOf("\n")) {
        const line = this.#unread.slice(0, end).replace(/\r$/, "");
        this.#unread = this.#unread.slice(end + 1);
        this.#take(line);
      }
    });
  }

  /** Drops what has come of a line. */
  forget(): void {
    this.#unread = "";
  }
}

export interface Command {
  readonly command: string;
  readonly argument: string;
}

/** Clients send ABOR behind bytes of Telnet (RFC 959, 4.1.3: interrupt, synch). */
export function commandOf(line: string): Command {
  const [, word = "", argument = ""] = /^[\xff\xf4\xf2]*(\S*) ?(.*)$/s.exec(line) ?? [];
  return { command: word.toUpperCase(), argument };
}
