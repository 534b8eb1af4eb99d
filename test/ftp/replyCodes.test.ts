import { expect, it } from "vitest";
import { BY_TEXT, OTHER_REPLIES, REPLIES } from "../../src/ftp/replyCodes.ts";
import { replyFault } from "../../src/ftp/replyFault.ts";
import { CODES } from "../../src/records/codes.ts";

/** Those that RFC 959, 2228, 2389, 2428, 2640, 3659 and 4217 define or use. */
const OF_THE_RFCS = [
  ...[421, 425, 426, 431, 450, 451, 452],
  ...[500, 501, 502, 503, 504, 521, 522, 530, 532, 533, 534, 535, 536, 537, 550, 551, 552, 553],
];

function codeOf(reply: number) {
  return replyFault("RETR", { code: reply, text: `${reply} x`, shown: `${reply} x` }).code;
}

it("has a row for each negative reply of the RFCs, with its section, its meaning and a code that exists", () => {
  for (const reply of OF_THE_RFCS) expect(REPLIES, `${reply}`).toHaveProperty(`${reply}`);
  for (const { section, meaning, code } of [...Object.values(REPLIES), ...OTHER_REPLIES]) {
    expect(section).toMatch(/^RFC \d+ §\d/);
    expect(meaning).not.toBe("");
    expect(CODES).toHaveProperty(code);
  }
});

it("gives every reply from 400 to 599 a code: a row's, or that of its first digit", () => {
  for (let reply = 400; reply < 600; reply++) {
    expect(codeOf(reply)).toBe(REPLIES[reply]?.code ?? (reply < 500 ? "busy" : "protocol"));
  }
  expect([codeOf(631), codeOf(99), codeOf(214)]).toEqual(["protocol", "protocol", "protocol"]);
});

it("reads the text of replies that have a row only", () => {
  for (const [replies] of BY_TEXT) for (const reply of replies) expect(REPLIES).toHaveProperty(`${reply}`);
});
