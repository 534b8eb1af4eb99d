import { FTPContext } from "basic-ftp";

/** A control connection of basic-ftp with our own ends: it never gets half a line. */
export class LineContext extends FTPContext {
  #rest = "";
  /** Characters since the last reply. */
  #unanswered = 0;

  constructor() {
    // No timeout of its own (Control sets the deadlines); latin1, so that names are bytes.
    super(0, "latin1");
  }

  /** Forgets what came before TLS: bytes slipped in behind the reply to AUTH must not be taken as replies (CVE-2011-0411). */
  forgetRest(): void {
    this.#rest = "";
  }

  /** A reply came that somebody asked for. */
  answered(): void {
    this.#unanswered = 0;
  }

  /** Sends commands in one write: servers that read while they transfer then have all of them at once, and each write costs a system call. */
  sendAll(commands: readonly { readonly command: string }[]): void {
    let text = "";
    for (const { command } of commands) if (command !== "") text += `${command}\r\n`;
    if (text !== "") this.socket.write(text, "latin1");
  }

  /**
   * basic-ftp 6.2.6 loses a single-line reply that is split over two TCP segments: it keeps a rest only of multi-line
   * replies. So it is given whole lines only. The method is protected there; the version is pinned and this is tested.
   */
  protected override _onControlSocketData(chunk: string): void {
    const cut = chunk.lastIndexOf("\n") + 1;
    if (cut === 0) {
      this.#rest += chunk;
      if (this.#rest.length > MAX_LINE_CHARACTERS) this.closeWithError(new Error("a reply line without an end"));
      return;
    }
    const whole = (this.#rest + chunk.slice(0, cut)).replace(TELNET, "");
    this.#rest = chunk.slice(cut);
    this.#unanswered += whole.length;
    super._onControlSocketData(whole);
    // It drops lines that belong to no reply, however many there are.
    if (this.#unanswered > MAX_LINE_CHARACTERS) this.closeWithError(new Error("a control response without a reply"));
  }
}

/** Far above any real reply line or reply; basic-ftp limits whole replies in the same way. */
const MAX_LINE_CHARACTERS = 65_536;

/**
 * Telnet options (RFC 854) before a reply: ProFTPD 1.3.8 answers so to an undoubled 0xFF in a name, as in `\xff\xfc-550 …`.
 */
const TELNET = /^(?:\xff[\xfb-\xfe][\x00-\xff])+/gm;
