import type { Handler, Script } from "../../servers/scripted/script.ts";
import type { ScriptedSession } from "../../servers/scripted/session.ts";

/** A file that may be another one at any time; what the server says of it is what it is then, unless told otherwise. */
export class LivingFile {
  bytes: string;
  /** `YYYYMMDDhhmmss`, UTC. */
  modified: string;
  /** What SIZE says, where that is not the truth; null: the command is not known. */
  size: number | null | undefined;

  constructor(bytes: string, modified = "20260102030405") {
    this.bytes = bytes;
    this.modified = modified;
  }

  become(bytes: string, modified = this.modified): void {
    this.bytes = bytes;
    this.modified = modified;
  }

  /** A server with this file only. `send` does what RETR does after its data connection is there, instead of sending all. */
  script(send: Send = (transfer) => transfer.rest(), on: Readonly<Record<string, string | Handler>> = {}): Script {
    const { on: usual } = { on: this.#commands(send) };
    return { files: { "/a": this.bytes }, on: { ...usual, ...on } };
  }

  #commands(send: Send): Record<string, Handler> {
    return {
      SIZE: (session) => session.reply(this.#sizeReply()),
      MDTM: (session) => session.reply(`213 ${this.modified}`),
      RETR: async (session) => {
        const from = session.restart;
        session.restart = 0;
        const data = await session.openData();
        session.reply("150 Here it comes.");
        await send(new Transfer(this, session, data, from));
      },
    };
  }

  #sizeReply(): string {
    return this.size === null ? "502 Command not implemented." : `213 ${this.size ?? this.bytes.length}`;
  }
}

type Send = (transfer: Transfer) => void | Promise<void>;
type Data = Awaited<ReturnType<ScriptedSession["openData"]>>;

/** One RETR of a living file. */
export class Transfer {
  /** From 1, over all sessions. */
  readonly count: number;
  readonly from: number;
  readonly #file: LivingFile;
  readonly #session: ScriptedSession;
  readonly #data: Data;
  #at: number;

  constructor(file: LivingFile, session: ScriptedSession, data: Data, from: number) {
    this.count = session.count("RETR");
    this.from = from;
    this.#file = file;
    this.#session = session;
    this.#data = data;
    this.#at = from;
  }

  /** Sends the file's bytes, as they are now, up to an offset. */
  async upTo(end: number): Promise<void> {
    await this.#data.send(this.#file.bytes.slice(this.#at, end));
    this.#at = end;
  }

  /** Sends what is left of it, and says that this was all. */
  async rest(): Promise<void> {
    await this.upTo(this.#file.bytes.length);
    await this.end();
  }

  async end(): Promise<void> {
    await this.#data.end();
    this.#session.reply("226 Transfer complete.");
  }

  /** Sends nothing more, and waits until the client has ended it. */
  async left(): Promise<void> {
    await this.#data.gone();
    this.#session.reply("426 Transfer aborted.");
  }

  /** The line breaks; what was sent arrives before. */
  async cut(): Promise<void> {
    await this.#data.end();
    this.#session.reset();
  }
}
