// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the configuration's variables look like those of templates.
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { UsageError } from "../../src/records/fault.ts";
import { configFolder } from "./configFolder.ts";

/** The message for a configuration, its path taken out: `:1:1: …`. */
function complaint(content: string | Uint8Array): string {
  const file = configFolder({ "cfg.yaml": content })("cfg.yaml");
  try {
    loadConfig(file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replaceAll(file, "");
  }
  return "nothing";
}

function load(content: string | Uint8Array) {
  return loadConfig(configFolder({ "cfg.yaml": content })("cfg.yaml"));
}

/** A file in which only one value, key or name of a server can be wrong. */
const server = (keys: string) => `servers:\n  a: { host: h, ${keys} }\n`;

describe("a configuration", () => {
  it("keeps the servers in the file's order, names that look like numbers too", () => {
    const { servers } = load("servers: { 10: {host: a}, 9: {host: b}, x: {host: c}, 001: {host: d}, 1: {host: e} }");
    expect([...servers.keys()]).toEqual(["10", "9", "x", "001", "1"]);
    expect([...servers.values()].map(({ order }) => order)).toEqual([0, 1, 2, 3, 4]);
  });

  it("may be JSON", () => {
    expect(load('{\n\t"servers": {\n\t\t"a": {"host": "h", "port": 2121}\n\t}\n}').servers.get("a")?.order).toBe(0);
  });

  it("may have a byte order mark and Windows line ends, and places stay right", () => {
    expect(complaint("\ufeffservers:\r\n  a: { hots: h }\r\n")).toContain(":2:8: unknown key `hots`");
  });

  it("may have a section without keys", () => {
    expect(load("defaults:\nservers: { a: { host: h } }\n").defaults.size).toBe(0);
  });

  it("may share keys by anchors and merge keys; what stands at the server wins", () => {
    const { servers } = load(
      "servers:\n  a: &base { host: h, user: u, port: 1 }\n  b: &more { <<: *base, port: 2 }\n  c: { <<: [*more, *base], host: k }\n",
    );
    const keys = servers.get("c")?.keys;
    expect(["host", "user", "port"].map((name) => [...(keys ?? [])].find(([key]) => key === name)?.[1].value)).toEqual([
      "k",
      "u",
      "2",
    ]);
  });

  it("is not looked at behind its variables", () => {
    expect(complaint(server('port: "${PORT}"'))).toBe("nothing");
  });

  it("of 1 MB is read", () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, n) => `  server-${n}: { host: h${n}, ${"path: /out"} } ${"#".repeat(60)}\n`,
    );
    expect(load(`servers:\n${lines.join("")}`).servers.size).toBe(10_000);
  });
});

describe("a wrong configuration", () => {
  const rows: readonly (readonly [what: string, content: string | Uint8Array, says: string])[] = [
    ["an unknown key", server("pasword: x"), ":2:17: unknown key `pasword`; did you mean `password`?"],
    ["an unknown key like no other", server("colour: x"), ":2:17: unknown key `colour`; known are `host`, `port`"],
    [
      "an unknown key at the top",
      "server: {}\nservers: {a: {host: h}}",
      ":1:1: unknown key `server`; did you mean `servers`?",
    ],
    ["a key of JavaScript's", server("constructor: x"), ":2:17: unknown key `constructor`"],
    [
      "a key at the wrong place",
      "defaults: { host: h }\nservers: {a: {host: h}}",
      ":1:13: `host` can't stand in `defaults`; its place is at a server",
    ],
    ["a wrong kind", server("port: many"), ":2:23: `port`: expected a whole number from 1 to 65535, found `many`"],
    [
      "a wrong word",
      server("secure: explict"),
      ":2:25: `secure`: expected none, explicit or implicit, found `explict`; did you mean `explicit`?",
    ],
    ["a list for a text", server("user: [a]"), ":2:23: `user`: expected a text, found a list"],
    ["a map for a text", server("user: {a: b}"), ":2:23: `user`: expected a text, found a map"],
    ["nothing for a value", server("user: "), ":2:24: `user`: expected a text, found nothing"],
    ["null for a value", server("password: null"), ":2:27: `password`: expected a text, found nothing"],
    ["lists in a list", server("path: [[/a]]"), ":2:23: `path`: expected a path"],
    ["a longer work", server("server_timeout: 8d"), ":2:33: `server_timeout`: expected a duration from 1ms to 7d"],
    ["an endless wait", server("timeout: 0"), ":2:26: `timeout`: expected a duration from 1ms to 1d"],
    ["a server without a host", "servers: { a: { port: 1 } }", ":1:12: the server `a` has no `host`"],
    ["a server without keys", "servers:\n  a:\n", ":2:3: the server `a` has no `host`"],
    ["a server that is a text", "servers: { a: hunter2 }", ":1:15: expected keys such as { host: a }, found a text"],
    [
      "a list of servers",
      "servers:\n  - a\n",
      ":2:3: expected servers by name, such as `branch-001: { host: 10.1.0.1 }`, found a list",
    ],
    ["no servers", "servers: {}", ":1:10: there are no servers"],
    ["servers without any", "servers:\n", ":1:9: expected servers by name"],
    ["only other keys", "buffer_path: x", ":1:1: there are no servers"],
    ["an empty file", "", ": expected `servers:` and the servers by name, found nothing"],
    ["a text", "hello", ":1:1: expected `servers:`"],
    [
      "a name given twice",
      "servers:\n  a: { host: h }\n  a: { host: k }\n",
      ":3:3: `a` stands here twice, first in line 2",
    ],
    ["a key given twice", server("port: 1, port: 2"), ":2:26: `port` stands here twice, first in line 2"],
    [
      "the rest of a password, twice",
      server("password: my,secret,secret"),
      ":2:37: a key stands here twice, first in line 2",
    ],
    [
      "what looks like a key in the rest of a password",
      server("password: my,hunter2: x"),
      ":2:30: unknown key (is a text with a comma to be quoted?)",
    ],
    [
      "what looks like a key in the rest of a password, twice",
      server("password: my,secret: x,secret: y"),
      ":2:40: a key stands here twice, first in line 2",
    ],
    ["a misspelt key behind a password", server("password: x, prot: 1"), ":2:30: unknown key; did you mean `port`?"],
    ["an unknown key before a password", server("secret: x, password: y"), ":2:17: unknown key `secret`"],
    [
      "an unknown key in the line below a password",
      "servers:\n  a:\n    host: h\n    password: y\n    secret: x\n",
      ":5:5: unknown key `secret`",
    ],
    ["names that differ by case", "servers: { a: {host: h}, A: {host: h} }", ":1:26: `A` and `a` are one folder"],
    ["names that differ by normal form", "servers: { \u00e9: {host: h}, e\u0301: {host: h} }", "are one folder"],
    [
      "two sources of a password",
      server("password: x, password_file: y"),
      ":2:45: only one of `password` and `password_file` can stand here",
    ],
    ["a variable that is none", server('user: "${1X}"'), ":2:23: `user`: expected ${NAME} or ${NAME:-default}"],
    [
      "an unquoted variable in braces",
      server("password: ${FTP_PASSWORD}"),
      ':2:27: inside {…} and […] a variable has to be quoted: "${FTP_PASSWORD}"',
    ],
    [
      "an unquoted variable in brackets",
      server("path: [/a, /${X:-y}]"),
      ':2:29: inside {…} and […] a variable has to be quoted: "${X}"',
    ],
    ["a tab as indentation", "servers:\n\ta: {}", ":2:1: this is not YAML: tabs can't indent; use spaces"],
    ["a quote left open", "servers: 'x", "this is not YAML: missing closing 'quote"],
    ["a brace left open", "servers: { a: 1", "this is not YAML: flow map"],
    ["two documents", "servers: {a: {host: h}}\n---\nservers: {}\n", ":2:1: this is not YAML: a second document"],
    ["a tag", server("user: !secret x"), ":2:23: this is not YAML: tags"],
    ["an alias of nothing", server("user: *x"), ":2:23: the alias has no anchor before it"],
    ["an alias of what it stands in", "servers: &s { a: *s }", ":1:18: the alias stands inside of what it names"],
    ["a key that is a list", "servers: { [a]: {} }", ":1:12: a key must be a text"],
    ["a merge of a text", server("<<: x"), "`<<` takes the alias of a map"],
    [
      "bytes that are not UTF-8",
      Buffer.from("servers:\n  b\xfcro: { host: h }\n", "latin1"),
      ":2:1: this line is not UTF-8 text",
    ],
  ];
  it.each(rows)("says so: %s", (_what, content, says) => expect(complaint(content)).toContain(says));

  it.each([
    ".",
    "..",
    "a/b",
    '""',
    '"a\\0b"',
    '"a\\tb"',
    '"a\\x85b"',
    ".x.fh-lock",
    ".x.fh-part",
    ".x.fh-parts",
    ".x.fh-lock-busy",
    "x".repeat(201),
    "\u00e9".repeat(101),
  ])("says so: the name %j can't be a folder", (name) =>
    expect(complaint(`servers: { ${name}: { host: h } }`)).toContain(": a server's name is its folder's, and"),
  );

  it.each([["x".repeat(200)], ["..."], ["a b"], ["a:b"], ["-"], ["~"], ["null"], ["yes"], ["café"], ["__proto__"]])(
    "is not one with the name %j",
    (name) => expect([...load(`servers: { "${name}": { host: h } }`).servers.keys()]).toEqual([name]),
  );

  it("shows several problems, in the file's order, and counts the rest", () => {
    const lines = complaint(`servers:\n${"abcdefg".replace(/./g, "  $&: {}\n")}`).split("\n");
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^:2:3: /);
    expect(lines[5]).toBe(": and 2 more problems");
  });

  it.each([
    ["of another kind", 'password: ["hunter2"]'],
    ["with a bad variable", 'password: "hunter2${"'],
    ["with a comma", "password: a, hunter2"],
    ["that looks like an alias", "password: *hunter2"],
    ["that looks like a tag", "password: !hunter2"],
    ["with a brace", "password: x}hunter2"],
    ["with a bad escape", 'password: "\\hunter2"'],
  ])("never shows a password %s", (_what, keys) => {
    const says = complaint(server(keys));
    expect(says).toMatch(/^:2:\d+: /);
    expect(says).not.toContain("hunter2");
  });

  it("does not let control characters through to a terminal", () => {
    expect(complaint('servers: { "a\\e[31m": {host: h} }')).not.toContain("\x1b");
  });
});

describe("a file that cannot be a configuration", () => {
  it("is named as the user wrote it", () => {
    expect(() => loadConfig("no/such/cfg.yaml")).toThrow(new UsageError("no/such/cfg.yaml: there is no such file"));
    const folder = configFolder({})(".");
    expect(() => loadConfig(folder)).toThrow("it is a folder, not a file");
  });

  it.each([
    ["deep lists", "[".repeat(500_000)],
    ["deep maps", "{".repeat(5_000)],
    ["deep lists in one line", "- ".repeat(50_000)],
    ["deep maps in one line", "? ".repeat(50_000)],
  ])("is refused: %s", (_what, content) => expect(complaint(content)).toContain("nested more than"));

  it("is refused: an alias bomb, without unfolding it", () => {
    const lines = ["l0: &l0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let n = 1; n < 30; n++)
      lines.push(
        `l${n}: &l${n} [${Array(10)
          .fill(`*l${n - 1}`)
          .join(", ")}]`,
      );
    expect(complaint(lines.join("\n"))).toContain(":1:1: unknown key `l0`");
  });

  it("is refused: more maps to merge than a call takes arguments", () => {
    const merges = "*m,".repeat(150_000);
    expect(complaint(`m: &m {}\nservers:\n  x: { <<: [${merges}] }\n`)).toContain(":1:1: unknown key `m`");
  });

  it("is refused: 200,000 variables that never close, each looked for once", () => {
    expect(complaint(server(`user: "${"${A:-".repeat(200_000)}"`))).toContain(":2:23: `user`: expected ${NAME}");
  });

  it.each([
    ["commas", `servers: {${",".repeat(400_000)}}`],
    ["brackets", `servers: ${"[]".repeat(200_000)}`],
    ["anchors", `servers: ${"&a ".repeat(100_000)}`],
    ["tags", `servers: [${"!a b,".repeat(60_000)}]`],
  ])("is refused at the first of many %s that do not fit", (_what, content) => {
    expect(complaint(content)).toMatch(/^:1:\d+: this is not YAML: [^\n]*$/);
  });

  it("is refused: a merge bomb", () => {
    const keys = Array.from({ length: 5_000 }, (_, n) => `    k${n}: 1\n`).join("");
    const merges = Array.from({ length: 5_000 }, (_, n) => `  y${n}: { <<: *m }\n`).join("");
    expect(complaint(`servers:\n  x: &m\n    host: h\n${keys}${merges}`)).toContain(
      "more than 1000000 keys come from `<<`",
    );
  });

  it("is refused: too long", () => {
    expect(complaint(Buffer.alloc(5 * 1024 * 1024, "#"))).toContain("more than 4194304 bytes");
  });
});
