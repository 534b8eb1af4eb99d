import { describe, expect, it } from "vitest";
import { type Loudness, Terminal } from "../../src/cli/terminal.ts";
import { screen } from "./fakeWorld.ts";

function said(loudness: Loudness, say: (terminal: Terminal) => void, columns?: number): string {
  const stream = screen(columns);
  const terminal = new Terminal("ftp-x", stream);
  terminal.loudness = loudness;
  say(terminal);
  return stream.text();
}

describe("a terminal", () => {
  const all = (terminal: Terminal) => {
    terminal.note("a note");
    terminal.detail("a detail");
    terminal.error("an error");
  };

  it.each([
    ["quiet", "an error\n"],
    ["normal", "ftp-x: a note\nan error\n"],
    ["verbose", "ftp-x: a note\nftp-x: a detail\nan error\n"],
  ] as const)("that is %s says %j", (loudness, text) => {
    expect(said(loudness, all)).toBe(text);
  });

  it("shows control characters as escapes, and line ends of errors as line ends", () => {
    const evil = "\x1b]0;owned\x07\n\u202e";
    expect(said("verbose", (terminal) => terminal.note(evil))).toBe("ftp-x: \\x1b]0;owned\\x07\\n\\u202e\n");
    expect(said("verbose", (terminal) => terminal.detail("\x9b2J"))).toBe("ftp-x: \\x9b2J\n");
    expect(said("normal", (terminal) => terminal.error("one\x1b\ntwo"))).toBe("one\\x1b\ntwo\n");
  });

  it("goes on when nobody reads it any more", () => {
    const stream = screen();
    const terminal = new Terminal("ftp-x", stream);
    stream.destroy(new Error("EPIPE"));
    expect(() => terminal.note("x")).not.toThrow();
  });
});

describe("its status line", () => {
  it("is drawn on a terminal only, and not with -q", () => {
    const status = (terminal: Terminal) => terminal.status("half done");
    expect(said("normal", status, 80)).toBe("\r\x1b[Khalf done");
    expect(said("normal", (terminal) => terminal.status("a\u009bb"), 80)).toBe("\r\x1b[Ka\\x9bb");
    expect(said("normal", status)).toBe("");
    expect(said("quiet", status, 80)).toBe("");
  });

  it("is drawn once while it stays the same", () => {
    const twice = (terminal: Terminal) => ["a", "a", "b"].forEach((text) => void terminal.status(text));
    expect(said("normal", twice, 80)).toBe("\r\x1b[Ka\r\x1b[Kb");
  });

  it("makes way for a note and comes back", () => {
    const noted = (terminal: Terminal) => {
      terminal.status("half done");
      terminal.note("hello");
    };
    expect(said("normal", noted, 80)).toBe("\r\x1b[Khalf done\r\x1b[Kftp-x: hello\n\r\x1b[Khalf done");
  });

  it.each([
    ["0123456789", "012345678"],
    ["分行日报分行日报", "分行日报"],
  ])("never wraps: of %s it shows %s on ten columns", (text, shown) => {
    expect(said("normal", (terminal) => terminal.status(text), 10)).toBe(`\r\x1b[K${shown}`);
  });
});
