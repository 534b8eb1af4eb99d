import { deepStrictEqual, match, ok } from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { it } from "vitest";
import { announcedBytes, announcedLines } from "../../src/ftp/announced.ts";
import { hashAmongWords, hashInReply } from "../../src/ftp/fileHash.ts";
import { hashOffers } from "../../src/ftp/hashOffers.ts";
import { LineContext } from "../../src/ftp/lineContext.ts";
import { portInPasv } from "../../src/ftp/passive.ts";
import { loginFault, type Reply, replyFault, replyText } from "../../src/ftp/replyFault.ts";
import { CODES } from "../../src/records/codes.ts";
import { Fault } from "../../src/records/fault.ts";
import { addressOf } from "../ftp/addressOf.ts";
import { openSession } from "../ftp/openSession.ts";
import type { ScriptedSession } from "../servers/scripted/session.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { fuzz } from "./fuzz.ts";
import { chunked, cuts, mutated } from "./mutated.ts";

const REPLIES = [
  "220-Welcome\r\n220 ProFTPD 1.3.8 Server ready.\r\n",
  "211-Features:\r\n MLST type*;size*;modify*;\r\n HASH SHA-256*;SHA-1;MD5\r\n XCRC\r\n211 End\r\n",
  "227 Entering Passive Mode (127,0,0,1,200,21).\r\n229 Entering Extended Passive Mode (|||51221|)\r\n",
  "213 1234\r\n213 20260102030405\r\n",
  '257 "/a ""quoted"" folder" is the current directory\r\n',
  "150 Opening BINARY mode data connection for a.bin (1234 bytes)\r\n226 7 matches total\r\n",
  "213 SHA-256 0-1234 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef a.bin\r\n",
  "421 There are too many connections from your internet address.\r\n530 Login authentication failed\r\n",
  "\xff\xfc-550 /a\xff.txt: No such file or directory\r\n",
];
const WORDS = ["220-", "220 ", "421 ", "213-", "257 ", ": ", " bytes", "max", "users", "(", "|", ",", "\xff\xfb", '"'];

/** What a control connection makes of bytes: its replies, and why it ended, if it did. */
function repliesTo(chunks: readonly Buffer[]): { replies: string[]; ended: string | undefined } {
  const context = new LineContext();
  const replies: string[] = [];
  let ended: string | undefined;
  context
    .handle("", (message) => {
      if ("message" in message && "code" in message) replies.push(message.message);
      else ended ??= message.message;
      context.answered();
    })
    .catch(() => {});
  for (const chunk of chunks) if (chunk.length > 0) context.socket.emit("data", chunk.toString("latin1"));
  context.close();
  return { replies, ended };
}

it("damaged replies are the same however their bytes are cut, and none is lost or comes in halves", async () => {
  await fuzz(
    { name: "damaged replies", runs: 300 },
    {
      draws: fc.record({ bytes: mutated(REPLIES, WORDS), cuts }),
      holds({ bytes, cuts }) {
        const whole = repliesTo([bytes]);
        for (const reply of whole.replies) match(reply, /^\d\d\d/);
        deepStrictEqual(repliesTo(chunked(bytes, cuts)), whole);
      },
    },
  );
});

it("a damaged reply is understood, or is a fault that can be shown", async () => {
  await fuzz(
    { name: "understanding replies", runs: 400 },
    {
      draws: fc.record({ bytes: mutated(REPLIES, WORDS), code: fc.integer({ min: 0, max: 999 }) }),
      holds({ bytes, code }) {
        const text = bytes.toString("latin1");
        const reply: Reply = { code, text, shown: text };
        for (const { code, message } of [replyFault("RETR", reply), loginFault(reply)]) {
          ok(Object.hasOwn(CODES, code));
          match(message, /^[^\u0000-\u001f\u007f-\u009f]*$/);
        }
        ok(replyText(reply).length <= 300 * 6);
        for (const count of [announcedBytes(reply, "a.bin"), announcedLines(reply), portInPasv(text)]) {
          ok(count === undefined || (Number.isSafeInteger(count) && count >= 0));
        }
        for (const hash of [hashInReply(reply), hashAmongWords(reply, "crc32", "a.bin")]) {
          ok(hash === undefined || /^([0-9a-f]{8}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/.test(hash.hex));
        }
        ok(hashOffers(text).length <= 8);
      },
    },
  );
});

it("a session whose server answers with damaged replies and goes away ends with an answer or a fault", async () => {
  let segments: readonly string[] = [];
  const answer = async (session: ScriptedSession) => {
    await session.raw(...segments);
    session.close();
  };
  await using server = await startScriptedServer({
    on: { SIZE: answer, MDTM: answer, PWD: answer, CWD: answer, PASV: answer, EPSV: answer },
  });
  await fuzz(
    { name: "sessions", runs: 10 },
    {
      draws: fc.record({
        bytes: mutated(REPLIES, WORDS),
        cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
      }),
      async holds({ bytes, cuts }) {
        segments = chunked(bytes, cuts).map((chunk) => chunk.toString("latin1"));
        for (const ask of ASKED) {
          await using session = await openSession(addressOf(server));
          await ask(session).then(
            (said) => ok(isSane(said), JSON.stringify(said)),
            (error) => ok(error instanceof Fault, String(error)),
          );
        }
        await turn();
      },
    },
  );
});

type Open = Awaited<ReturnType<typeof openSession>>;

const ASKED: readonly ((session: Open) => Promise<unknown>)[] = [
  (session) => session.version("/a"),
  (session) => session.where(),
  (session) => session.list("/", new Date(0), () => {}),
];

/** Sizes are sizes, times are times. */
function isSane(said: unknown): boolean {
  if (typeof said !== "object" || said === null || !("modified" in said) || !("size" in said)) return true;
  const { size, modified } = said;
  const isSize = size === null || (Number.isSafeInteger(size) && Number(size) >= 0);
  return isSize && (modified === null || (typeof modified === "string" && !Number.isNaN(Date.parse(modified))));
}
