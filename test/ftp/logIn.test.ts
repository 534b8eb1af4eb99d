import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { unknownTraits } from "../../src/ftp/traits.ts";
import { PATIENCE } from "../patience.ts";
import { portOf } from "../servers/scripted/dataConnection.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf, SHORT_MS } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { openSession, read } from "./openSession.ts";

const FILES = { "/a.txt": "hello\n" };

describe("the first log-in", () => {
  it("waits for each reply and asks what the server has", async () => {
    await using server = await startScriptedServer({ greeting: "120 Soon.\r\n220 Now." });
    const traits = unknownTraits();
    await using _session = await openSession(addressOf(server), traits);
    expect(server.lines()).toEqual(["USER anyone", "PASS open-sesame", "FEAT", "OPTS UTF8 ON", "TYPE I"]);
    expect(traits).toMatchObject({ known: true, mlsd: true, utf8: true, asksPassword: true });
  });

  it("takes a server that loses what comes in one write behind a command", async () => {
    const server = createServer((socket) => {
      const answers: Record<string, string> = {
        USER: "331 And?",
        PASS: "230 In.",
        FEAT: "211-Has\r\n UTF8\r\n211 End",
      };
      socket.write("220 One by one.\r\n");
      socket.on("error", () => {});
      socket.on("data", (bytes) => {
        const [command = ""] = bytes.toString().split(/\s/, 1);
        socket.write(`${answers[command] ?? "200 Well."}\r\n`);
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    try {
      const traits = unknownTraits();
      await using _session = await openSession(addressOf({ host: "127.0.0.1", port: portOf(server) }), traits);
      expect(traits).toMatchObject({ known: true, utf8: true });
    } finally {
      server.close();
    }
  });

  it("takes a server without FEAT, without UTF8 and without a password", async () => {
    await using server = await startScriptedServer({ on: { FEAT: "502 What?", USER: "230 In." } });
    const traits = unknownTraits();
    await using _session = await openSession(addressOf(server), traits);
    expect(server.lines()).toEqual(["USER anyone", "FEAT", "TYPE I"]);
    expect(traits).toMatchObject({ known: true, mlsd: false, utf8: false, asksPassword: false });
  });

  it.each([
    ["421 Too many users.", "too_many_connections"],
    ["530 Please login with USER and PASS.", "denied"],
  ])("learns nothing of a server that ends it at FEAT: %s", async (answer, code) => {
    await using server = await startScriptedServer({ on: { FEAT: answer } });
    const traits = unknownTraits();
    const fault = await faultOf(openSession(addressOf(server), traits));
    expect(fault).toMatchObject({ code, retry: true });
    expect(traits).toEqual(unknownTraits());
  });

  it("asks for UTF-8 only where names are to be read as that", async () => {
    await using server = await startScriptedServer({});
    await using _session = await openSession(addressOf(server, { encoding: "gbk" }));
    expect(server.lines()).toEqual(["USER anyone", "PASS open-sesame", "FEAT", "TYPE I"]);
  });

  it("is refused where user or password are wrong", async () => {
    await using server = await startScriptedServer({ user: "me", password: "secret" });
    const fault = await faultOf(openSession(addressOf(server)));
    expect(fault).toMatchObject({ code: "login", retry: false, message: "log-in refused: 530 Login incorrect." });
  });

  it.each([
    ["421 Too many connections.", "too_many_connections"],
    ["421 Come back later.", "busy"],
    ["530 No.", "login"],
    ["500 Not an FTP server", "protocol"],
  ])("is over when the greeting is %s", async (greeting, code) => {
    await using server = await startScriptedServer({ greeting });
    expect(await faultOf(openSession(addressOf(server)))).toMatchObject({ code });
  });

  it.each([
    ["421 Too many users.", "too_many_connections"],
    ["530 Sorry, the maximum number of clients is connected.", "too_many_connections"],
    ["431 No resource for that now.", "tls"],
  ])("may end at AUTH, too, which says nothing against TLS: %s", async (answer, code) => {
    await using server = await startScriptedServer({ on: { AUTH: answer } });
    const fault = await faultOf(openSession(addressOf(server, { secure: "explicit" })));
    expect(fault).toMatchObject({ code, retry: true });
  });

  it("gives up on a server that is silent, at its greeting or later", async () => {
    await using mute = await startScriptedServer({ greeting: null });
    const greeting = await faultOf(openSession(addressOf(mute, { timeout_ms: SHORT_MS })));
    expect(greeting).toMatchObject({ code: "timeout", message: "no greeting within 0.2 s" });
    await using server = await startScriptedServer({ on: { USER: (session) => session.gone() } });
    const user = await faultOf(openSession(addressOf(server, { timeout_ms: SHORT_MS })));
    expect(user).toMatchObject({ code: "timeout", message: "no reply to USER within 0.2 s" });
  });

  it("has a limit as a whole, however often the server puts off", async () => {
    await using server = await startScriptedServer({ on: { USER: (session) => session.gone() } });
    const late = await faultOf(openSession(addressOf(server, { login_timeout_ms: SHORT_MS })));
    const message = "the log-in was not over within `login_timeout` (0.2 s)";
    expect(late).toMatchObject({ code: "timeout", retry: true, message });
    const listener = createServer((socket) => {
      const timer = setInterval(() => socket.write("120 Soon.\r\n"), 20);
      socket.on("error", () => {}).once("close", () => clearInterval(timer));
    }).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const patient = { host: "127.0.0.1", port: portOf(listener) };
    const never = await faultOf(openSession(addressOf(patient, { timeout_ms: 150, login_timeout_ms: 400 })));
    expect(never).toMatchObject({ code: "timeout", message: expect.stringContaining("login_timeout") });
    listener.close();
    await once(listener, "close");
  });

  it("needs binary transfers", async () => {
    await using server = await startScriptedServer({ on: { TYPE: "504 Text only." } });
    expect(await faultOf(openSession(addressOf(server)))).toMatchObject({ code: "protocol" });
  });

  it("is given up when its signal is aborted, before it or in it", async () => {
    await using server = await startScriptedServer({ on: { USER: (session) => session.gone() } });
    const stop = new AbortController();
    const waiting = faultOf(openSession(addressOf(server), unknownTraits(), stop.signal));
    await vi.waitUntil(() => server.lines().includes("USER anyone"), PATIENCE);
    stop.abort();
    expect(await waiting).toMatchObject({ code: "cut_off", message: "abandoned", retry: false });
    await vi.waitUntil(() => server.connected === 0, PATIENCE);
    const late = await faultOf(openSession(addressOf(server), unknownTraits(), stop.signal));
    expect(late).toMatchObject({ message: "abandoned" });
    expect(server.connections).toBe(1);
  });
});

describe("a later log-in", () => {
  const known = () => ({ ...unknownTraits(), known: true, asksPassword: true });

  it("still hears a refusal when the server closes right after it", async () => {
    await using server = await startScriptedServer({
      on: {
        PASS(session) {
          session.reply("530 Login incorrect.");
          session.close();
        },
      },
    });
    expect(await faultOf(openSession(addressOf(server), known()))).toMatchObject({ code: "login" });
  });

  it("asks one by one after a server did not take all at once", async () => {
    await using server = await startScriptedServer({
      files: FILES,
      on: { USER: (session) => (session.count() === 1 ? session.close() : session.proceed()) },
    });
    const traits = known();
    expect(await faultOf(openSession(addressOf(server), traits))).toMatchObject({ code: "cut_off", retry: true });
    expect(traits.asksPassword).toBe(false);
    await using session = await openSession(addressOf(server), traits);
    expect(await read(session, "/a.txt")).toBe("hello\n");
  });
});

describe("a password", () => {
  it("is in no message, even where the server repeats it", async () => {
    const password = "geheim-ü";
    const wire = Buffer.from(password, "utf8").toString("latin1");
    await using server = await startScriptedServer({
      on: {
        PASS: (session, said) => (session.count() === 1 ? session.reply(`530 no: ${said}`) : session.proceed()),
        PWD: `500 you said ${wire}`,
        CWD: `421 ${wire}, bye`,
      },
    });
    const address = addressOf({ ...server, password });
    const refused = await faultOf(openSession(address));
    expect(refused.message).toBe("log-in refused: 530 no: ***");
    await using session = await openSession(address);
    const faults = [await faultOf(session.where()), await faultOf(session.enter("/")), await faultOf(session.where())];
    for (const fault of [refused, ...faults]) {
      expect(`${fault.message} ${fault.stack} ${JSON.stringify(fault.cause)}`).not.toMatch(/geheim/);
    }
    expect(faults.map(({ message }) => message.includes("***"))).toEqual([true, true, true]);
  });

  it("with a line end is a wrong configuration, and is never sent", async () => {
    await using server = await startScriptedServer();
    const fault = await faultOf(openSession(addressOf({ ...server, password: "se\r\ncret" })));
    expect(fault.code).toBe("config");
    expect(fault.message).not.toContain("cret");
    expect(server.lines().some((line) => line.includes("cret"))).toBe(false);
  });

  it("may hold digits that are in replies too", async () => {
    await using server = await startScriptedServer({ files: FILES, on: { EPSV: "500 No." } });
    await using session = await openSession(addressOf({ ...server, password: "127" }));
    expect(await read(session, "/a.txt")).toBe("hello\n");
  });
});
