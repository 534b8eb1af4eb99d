import { describe, expect, it } from "vitest";
import { loginFault, type Reply, replyFault, replyText } from "../../src/ftp/replyFault.ts";

function reply(text: string): Reply {
  return { code: Number(text.slice(0, 3)), text, shown: text };
}

describe("a refusal of a path", () => {
  it.each([
    ["550 Failed to open file.", "not_found"], // vsftpd
    ["550 /a.txt: No such file or directory", "not_found"], // ProFTPD
    ["450 x: No such file or directory", "not_found"], // ProFTPD, LIST
    ["550 Can't open /a: Permission denied", "denied"], // Pure-FTPd
    ["550 Permission denied.", "denied"], // vsftpd
    ["550 denied.txt: No such file or directory", "not_found"],
    ["550 no such thing.txt: Permission denied", "denied"],
    ["550 /certs/tls/ssl.pem: No such file or directory", "not_found"],
    ["550 SSL/TLS required on the data channel", "tls"], // ProFTPD
    ["522 SSL connection failed; session reuse required", "tls"], // vsftpd
    ["450 Resource temporarily unavailable", "busy"],
    ["425 Unable to build data connection", "cut_off"],
    ["426 Transfer aborted.", "cut_off"],
    ["421 Timeout.", "cut_off"],
    ["500 Unknown command.", "protocol"],
    ["499 Who knows.", "busy"],
    ["599 Who knows.", "protocol"],
    ["553 Name not allowed", "denied"],
  ] as const)("%s is %s", (text, code) => {
    expect(replyFault("RETR", reply(text)).code).toBe(code);
  });
});

describe("a refusal of a log-in", () => {
  it.each([
    ["530 Login incorrect.", "login"], // vsftpd, ProFTPD
    ["530 Login authentication failed", "login"], // Pure-FTPd
    ["530 Permission denied.", "login"],
    ["332 Need account.", "login"],
    ["421 There are too many connections from your internet address.", "too_many_connections"], // vsftpd
    ["421 There are too many connected users, please try later.", "too_many_connections"], // vsftpd
    ["530 Sorry, the maximum number of allowed clients (2) are already connected.", "too_many_connections"], // ProFTPD
    ["421 5 users (the maximum) are already logged in, sorry", "too_many_connections"], // Pure-FTPd
    ["421 Too many connections (5) from this IP", "too_many_connections"], // Pure-FTPd
    ["530 Connection limit reached", "too_many_connections"],
    ["530 User max cannot log in.", "login"], // IIS, a user with that name
    ["530 Login incorrect. Maximum login attempts (3) exceeded.", "login"],
    ["421 Too many failed logins", "login"],
    ["530 Non-anonymous sessions must use encryption.", "tls"], // vsftpd
    ["421 Sorry, cleartext sessions and weak ciphers are not accepted on this server.", "tls"], // Pure-FTPd
    ["421 Service not available.", "busy"],
    ["430 Invalid username or password", "login"],
    ["434 Host not available", "busy"],
    ["530-Connections\n530 maximum", "login"],
  ] as const)("%s is %s", (text, code) => {
    expect(loginFault(reply(text)).code).toBe(code);
  });
});

it.each(["users ", "max ", "auth"])("a reply that is all of telling words is read once: %j", (word) => {
  expect(loginFault(reply(`530 ${word.repeat(300_000)}`)).code).toBe("login");
});

describe("a reply in a message", () => {
  it("is one line of UTF-8 and not long", () => {
    expect(replyText(reply("550-caf\xc3\xa9\r\n550 No."))).toBe("550-café 550 No.");
    expect(replyText(reply(`220 ${"x".repeat(5_000)}`)).length).toBeLessThanOrEqual(300);
  });

  it("has nothing in it that moves a terminal", () => {
    expect(replyText(reply("550 \x1b[2J\x00gone\x07\xc2\x9b1m"))).toBe("550 \\x1b[2J\\x00gone\\x07\\x9b1m");
  });

  it("is what may be shown, never the text itself", () => {
    expect(replyFault("PASS", { code: 530, text: "530 secret", shown: "530 ***" }).message).toBe("PASS: 530 ***");
  });
});
