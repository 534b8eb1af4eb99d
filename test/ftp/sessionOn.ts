import type { ServerAddress } from "../../src/ftp/address.ts";
import { unknownTraits } from "../../src/ftp/traits.ts";
import type { DataConnection } from "../servers/scripted/dataConnection.ts";
import type { Handler, Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf } from "./addressOf.ts";
import { openSession } from "./openSession.ts";

/** A session on a scripted server of its own; both end with an `await using`. */
export async function sessionOn(script: Script, other: Partial<ServerAddress> = {}) {
  const server = await startScriptedServer(script);
  const traits = unknownTraits();
  const session = await openSession(addressOf(server, { secure: script.tls ?? "none", ...other }), traits);
  const end = async () => {
    session.close();
    await server.stop();
  };
  /** The commands of one kind that came, such as those that list. */
  const lines = (kind: RegExp) => server.lines().filter((line) => kind.test(line));
  return { server, session, traits, lines, [Symbol.asyncDispose]: end };
}

/** A transfer that is sent by hand. */
export function sending(
  send: (data: DataConnection) => Promise<void>,
  begin = "150 Here.",
  final = "226 Done.",
): Handler {
  return async (session) => {
    const data = await session.openData();
    session.reply(begin);
    await send(data);
    await data.end();
    session.reply(final);
  };
}

/** Sends a text again and again until the client has left. */
export async function endlessly(data: DataConnection, text: string, pause_ms = 0): Promise<void> {
  let over = false;
  void data.gone().then(() => {
    over = true;
  });
  while (!over) {
    await data.send(text);
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
}
