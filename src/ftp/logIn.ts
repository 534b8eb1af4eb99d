import { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { Control } from "./control.ts";
import { deadline } from "./deadline.ts";
import { hashOffers } from "./hashOffers.ts";
import { isUtf8 } from "./names.ts";
import { onAbort } from "./onAbort.ts";
import { isPositive, loginFault, type Reply, replyFault } from "./replyFault.ts";
import type { Traits } from "./traits.ts";

/**
 * Connects and logs in. The first session of a server asks step by step what that has and notes it in `traits`; later ones
 * write what is needed in one go: greeting, then USER, PASS and the rest together. Throws a `Fault`, also when all of it takes longer
 * than `login_timeout`.
 */
export async function logIn(address: ServerAddress, traits: Traits, signal: AbortSignal): Promise<Control> {
  const control = await Control.connect(address, signal).catch(unwelcome);
  const stopListening = onAbort(signal, () => control.close(abandoned()));
  const seconds = address.login_timeout_ms / 1000;
  const wait = deadline(address.login_timeout_ms, () => {
    control.close(new Fault("timeout", `the log-in was not over within \`login_timeout\` (${seconds} s)`));
  });
  try {
    const greeting = await control.greeting().catch(unwelcome);
    if (!isPositive(greeting)) throw loginFault(greeting);
    if (address.secure === "explicit") await upgrade(control);
    const credentials = [`USER ${wire(address.user)}`, `PASS ${wire(address.password)}`] as const;
    if (traits.known && traits.asksPassword) await together(control, credentials, address, traits);
    else await stepByStep(control, credentials, address, traits);
    return control;
  } catch (error) {
    control.close();
    throw error;
  } finally {
    wait.clear();
    stopListening();
  }
}

/** Servers and inetd that have enough connections close one more without a word. */
function unwelcome(error: unknown): never {
  const cut = error instanceof Fault && error.code === "cut_off" && error.retry;
  throw cut ? new Fault("busy", `no greeting: ${error.message}`, { cause: error }) : error;
}

/** RFC 4217 §4. */
async function upgrade(control: Control): Promise<void> {
  const reply = await control.ask("AUTH TLS");
  if (reply.code !== 234) throw withoutTls(reply);
  await control.secure();
}

/** A server that has enough connections, or no resource for TLS now (431), may have TLS all the same. */
function withoutTls(reply: Reply): Fault {
  const refusal = loginFault(reply);
  if (refusal.code === "too_many_connections" || refusal.code === "busy") return refusal;
  const { message } = replyFault("the server has no explicit TLS", reply);
  return new Fault("tls", message, { retry: reply.code < 500 });
}

type Credentials = readonly [user: string, pass: string];

async function stepByStep(control: Control, [user, pass]: Credentials, address: ServerAddress, traits: Traits) {
  let reply = await control.ask(user);
  const asked = reply.code === 331;
  if (asked) reply = await control.ask(pass);
  if (!isPositive(reply)) throw loginFault(reply);
  const features = await control.ask("FEAT");
  // It says nothing of what the server has.
  if (features.code === 421) throw loginFault(features);
  if (control.closed !== undefined) throw control.closed;
  learn(traits, features, asked);
  const replies: Reply[] = [];
  for (const command of setUp(address, traits)) replies.push(await control.ask(command));
  checkSetUp(replies, address);
}

async function together(control: Control, credentials: Credentials, address: ServerAddress, traits: Traits) {
  let answered = 0;
  const look = (replies: readonly Reply[]) => {
    answered = replies.length;
    const refused = replies.slice(0, credentials.length).find((reply) => reply.code >= 400);
    if (refused !== undefined) throw loginFault(refused);
  };
  try {
    const replies = await control.askAll([...credentials, ...setUp(address, traits)], look);
    checkSetUp(replies.slice(credentials.length), address);
  } catch (error) {
    // It may be the pipelining that it does not take: next time one by one.
    if (answered < credentials.length) traits.asksPassword = false;
    throw error;
  }
}

/** RFC 2389 §3: FEAT lists one feature a line, each after a space. */
function learn(traits: Traits, reply: Reply, asksPassword: boolean): void {
  const features = isPositive(reply) ? reply.text.toUpperCase() : "";
  traits.mlsd = /^ *(MLST|MLSD)\b/m.test(features);
  traits.utf8 = /^ *UTF8\b/m.test(features);
  traits.hashes = hashOffers(features);
  traits.asksPassword = asksPassword;
  traits.known = true;
}

/** What every session needs after its log-in. TYPE I is for data; listings come whole in it too. */
function setUp(address: ServerAddress, traits: Traits): string[] {
  return [
    // RFC 4217 §9: PBSZ before PROT.
    ...(address.secure === "none" ? [] : ["PBSZ 0", "PROT P"]),
    // Some servers write names in their own encoding until they are asked for UTF-8 (IIS).
    ...(traits.utf8 && isUtf8(address.encoding) ? ["OPTS UTF8 ON"] : []),
    "TYPE I",
  ];
}

/** OPTS UTF8 may be refused (RFC 2640 has it on anyway); TYPE I and PROT P may not. */
function checkSetUp(replies: readonly Reply[], address: ServerAddress): void {
  const type = replies.at(-1);
  if (type !== undefined && !isPositive(type)) throw replyFault("TYPE I", type);
  const protection = address.secure === "none" ? undefined : replies[1];
  if (protection !== undefined && !isPositive(protection)) {
    throw new Fault("tls", replyFault("the server protects no data connections", protection).message);
  }
}

function wire(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new Fault("config", "a line end or NUL in user or password");
  return Buffer.from(text, "utf8").toString("latin1");
}
