import { expect, it } from "vitest";
import { heardAs, isOfFile } from "../../src/ftp/transferReply.ts";

/** What a reply is to a transfer that goes on, and to one that we have ended. */
const REPLIES = [
  ["125 Already open.", "preliminary", "preliminary"],
  ["150 Opening BINARY mode data connection.", "preliminary", "preliminary"],
  ["150 0.021 seconds (measured here), 1.00 Mbytes per second", "preliminary", "final"],
  ["226 Transfer complete.", "final", "final"],
  ["250 Done.", "final", "final"],
  ["426 Connection closed; transfer aborted.", "refusal", "final"],
  ["451 Disk error.", "refusal", "final"],
  ["550 No such file.", "refusal", "final"],
  ["350 Restarting at 0.", "refusal", "final"],
  ["227 Entering Passive Mode (127,0,0,1,4,1).", "stray", "stray"],
  ["229 Entering Extended Passive Mode (|||1025|)", "stray", "stray"],
] as const;

it.each(REPLIES)("%s is %s while a transfer goes on, and %s when it was ended", (text, going, ended) => {
  const reply = { code: Number.parseInt(text, 10), text };
  expect([heardAs(reply, "going"), heardAs(reply, "ended")]).toEqual([going, ended]);
});

it("a file can be refused with what RFC 959 has for files, not with what is said of commands and connections", () => {
  expect([450, 550, 553].every(isOfFile)).toBe(true);
  expect([421, 425, 426, 500, 502, 530].some(isOfFile)).toBe(false);
});
