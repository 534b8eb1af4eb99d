import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { type Command, CommandLines, commandOf } from "./commandLines.ts";
import { ControlChannel } from "./controlChannel.ts";
import type { DataConnection } from "./dataConnection.ts";
import type { Answer } from "./faultSchedule.ts";
import { PassiveData } from "./passiveData.ts";
import type { Meanwhile, Script } from "./script.ts";
import type { SessionSetup } from "./sessionSetup.ts";
import { closed, pause } from "./sockets.ts";
import type { Retrieval } from "./transfer.ts";
import { resolvePath, type ScriptedTree } from "./tree.ts";

/** Long enough for a client to read the piece before as a TCP segment of its own, on a busy machine too. */
const BETWEEN_PIECES_MS = 20;

const PASSIVE: readonly string[] = ["PASV", "EPSV"];
const TRANSFERS: readonly string[] = ["RETR", "LIST", "MLSD"];

/** One control connection of a scripted server, and what a test's handlers do with it. */
export class ScriptedSession {
  /** From 1, in the order in which clients connected. */
  readonly connection: number;
  readonly script: Script;
  readonly tree: ScriptedTree;
  user = "";
  /** A 230 was sent, whatever came then. */
  hasLoggedIn = false;
  loggedIn = false;
  folder = "/";
  /** Set by REST; where the next RETR begins. */
  restart = 0;
  /** PROT P holds. */
  dataTls: boolean;
  /** Whether the control connection is under TLS. */
  secure = false;
  #handshaken = false;
  readonly #setup: SessionSetup;
  readonly #plain: Socket;
  readonly #control: ControlChannel;
  readonly #data: PassiveData;
  #socket: Socket;
  readonly #lines = new CommandLines((line) => this.#take(line));
  #waiting: Promise<void>;
  #current: Command = { command: "", argument: "" };
  #answer: Answer;
  #twice = false;
  /** Commands that transfer and are not over. */
  #transfers = 0;
  /** The command in hand is one of them. */
  #transferring = false;

  /** @param greeting the faults that fall on the greeting */
  constructor(connection: number, socket: Socket, setup: SessionSetup, greeting: Answer) {
    this.connection = connection;
    this.script = setup.script;
    this.tree = setup.tree;
    this.dataTls = setup.script.tls === "implicit";
    this.#setup = setup;
    this.#plain = socket;
    this.#socket = socket;
    this.#control = new ControlChannel(socket);
    this.#data = new PassiveData(setup.host);
    this.#answer = greeting;
    socket.setNoDelay(true);
    socket.on("error", () => {}); // clients reset connections
    socket.once("close", () => this.#data.closeAll());
    if (setup.script.tls === "implicit") this.startTls();
    else this.#lines.read(socket);
    this.#waiting = this.#give(greeting, () => setup.greet(this));
  }

  /** The faults that fall on the answer that is being given. */
  get answer(): Answer {
    return this.#answer;
  }

  /** Sends one reply; several lines are sent as they are, in one piece. A 230 is what logs in. */
  reply(...lines: string[]): void {
    if (lines[0]?.startsWith("230")) this.#welcome();
    this.#twice ||= this.#answer.take("repeat reply") !== undefined;
    if (!lines[0]?.startsWith("1")) this.#transferIsOver();
    const text = `${lines.join("\r\n")}\r\n`;
    this.#write(this.#twice ? text + text : text);
  }

  /** Sends bytes as they are, each piece as a TCP segment of its own. */
  async raw(...pieces: (string | Uint8Array)[]): Promise<void> {
    for (const piece of pieces) {
      this.#write(piece);
      await this.pause(BETWEEN_PIECES_MS);
    }
  }

  /** Waits until what was said is on its way: faults may hold it up. */
  async said(): Promise<void> {
    await this.#control.flushed();
  }

  /** Waits for a time, or until the control connection is over. */
  async pause(ms: number): Promise<void> {
    await pause(this.#plain, ms);
  }

  /** Does what the server does without a script, for the command in hand; with another argument if one is given. */
  async proceed(argument: string = this.#current.argument): Promise<void> {
    const usual = this.#setup.commands[this.#current.command];
    if (usual === undefined) this.reply("502 Command not implemented.");
    else await usual(this, argument);
  }

  /** How many times all clients together have sent the command in hand (or another one), this time included. */
  count(command: string = this.#current.command): number {
    return this.#setup.count(command);
  }

  /**
   * Listens for a data connection, in place of the one before; the port.
   *
   * @param refused called when the client connects, which then is reset
   */
  async listen(refused?: () => void): Promise<number> {
    const port = await this.#data.listen(refused);
    if (this.#plain.destroyed) this.#data.closeAll();
    return port;
  }

  /** A port where nobody listens while the session lasts: the client's own one. PASV and EPSV are forgotten. */
  deafPort(): number {
    this.#data.forget();
    return this.#plain.remotePort ?? 0;
  }

  /** Whether PASV or EPSV came before. */
  get listening(): boolean {
    return this.#data.listening;
  }

  /** Waits for the client's data connection. */
  async openData(): Promise<DataConnection> {
    return this.#data.accept(this.dataTls ? this.#setup.tls() : undefined);
  }

  /** A RETR of a file is over. */
  retrieved(path: string, how: Retrieval): void {
    this.#setup.retrieved(path, how);
  }

  /** The control connection is open, as far as is known here. */
  get open(): boolean {
    return !this.#plain.destroyed;
  }

  /** Sockets that are open now, that of data included. */
  get openSockets(): number {
    return (this.#plain.closed ? 0 : 1) + this.#data.openSockets;
  }

  /** Waits until none is open. */
  async over(): Promise<void> {
    await this.gone();
    await this.#data.gone();
  }

  /** The absolute path that an argument means. */
  path(argument: string): string {
    return resolvePath(this.folder, argument);
  }

  /** Waits until the control connection is over: `await session.gone()` alone is a server that fell silent. */
  async gone(): Promise<void> {
    await closed(this.#plain);
  }

  /** Whether nothing that is said from now on reaches the client. */
  get mute(): boolean {
    return this.#control.over;
  }

  /** Ends the control connection in order, after what was written. */
  close(): void {
    // Its end would wait for a handshake: a client that says QUIT in the clear behind AUTH makes none.
    if (this.secure && !this.#handshaken) this.#plain.destroy();
    else this.#control.close();
  }

  /** Ends it with a TCP reset. */
  reset(): void {
    this.#plain.resetAndDestroy();
  }

  /** Goes on under TLS (RFC 4217); what was sent in the clear behind AUTH is dropped. */
  startTls(): void {
    this.#plain.removeAllListeners("data");
    this.#lines.forget();
    this.#socket = new TLSSocket(this.#plain, this.#setup.tls());
    this.#socket.on("error", () => this.#plain.destroy());
    this.#socket.once("secure", () => {
      this.#handshaken = true;
    });
    this.#control.moveTo(this.#socket);
    this.secure = true;
    this.#lines.read(this.#socket);
  }

  #welcome(): void {
    this.loggedIn = true;
    this.hasLoggedIn = true;
    this.#setup.loggedIn();
  }

  #write(bytes: string | Uint8Array): void {
    this.#control.write(Buffer.from(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes));
  }

  #take(line: string): void {
    if (commandOf(line).command === "ABOR") this.#data.abort(); // the only command that is not served in turn
    const { command } = commandOf(line);
    if (this.#transfers > 0 && PASSIVE.includes(command) && this.script.meanwhile !== undefined) {
      this.#setup.received(this.connection, line, command);
      void this.#answerMeanwhile(this.script.meanwhile, command);
      return;
    }
    const transfers = TRANSFERS.includes(command);
    if (transfers) this.#transfers++;
    this.#waiting = this.#waiting.then(() => this.#handle(line)).finally(() => transfers && this.#transferIsOver());
  }

  /** It is, as soon as the client may know: when the last reply is said. */
  #transferIsOver(): void {
    if (!this.#transferring) return;
    this.#transferring = false;
    this.#transfers--;
  }

  async #answerMeanwhile(how: Meanwhile, command: string): Promise<void> {
    if (how === "450") this.#write(`450 ${command}: data transfer in progress\r\n`);
    else if (how === "500") this.#write("500 Unknown command\r\n");
    else if (how === "relistens") {
      const port = await this.listen();
      const [high, low] = [Math.floor(port / 256), port % 256];
      this.#write(command === "EPSV" ? `229 Here (|||${port}|)\r\n` : `227 Here (127,0,0,1,${high},${low})\r\n`);
    }
  }

  async #handle(line: string): Promise<void> {
    if (this.#plain.destroyed || this.#control.ended) return;
    this.#current = commandOf(line);
    this.#transferring = TRANSFERS.includes(this.#current.command);
    const answer = this.#setup.received(this.connection, line, this.#current.command);
    await this.#give(answer, () => this.#carryOut());
  }

  /** Gives an answer, or what faults make of it. */
  async #give(answer: Answer, usual: () => void | Promise<void>): Promise<void> {
    this.#answer = answer;
    this.#twice = false;
    this.#control.begin(answer);
    try {
      for (const { path, change } of answer.takeAll("change", ({ byte }) => byte === undefined)) {
        this.tree.change(path, change);
      }
      if (this.loggedIn && answer.take("forget") !== undefined) this.loggedIn = false;
      const instead = answer.take("reply");
      if (instead === undefined) await usual();
      else this.#replyInstead(instead.text);
      await this.#control.finish();
    } catch (error) {
      if (!this.#plain.destroyed) this.#setup.failed(error); // else the client left in the middle
      this.#plain.destroy();
    }
    const restart = answer.take("restart");
    if (restart !== undefined) this.#setup.restart(restart.ms);
  }

  #replyInstead(text: string): void {
    this.reply(text);
    if (text.startsWith("421")) this.close();
  }

  async #carryOut(): Promise<void> {
    const { command, argument } = this.#current;
    const scripted = this.script.on?.[command];
    if (typeof scripted === "string") this.reply(scripted);
    else if (scripted !== undefined) await scripted(this, argument);
    else await this.proceed();
  }
}
