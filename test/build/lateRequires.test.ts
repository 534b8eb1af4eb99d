import { expect, it } from "vitest";
import { late } from "../../.build/lateRequires.ts";

const ALL = /^/;

it.each([
  ["where its first name is used", "f(node_dns.a);", 'f((node_dns ??= require("node:dns")).a);'],
  [
    "each time",
    "node_dns.a(node_dns.b);",
    '(node_dns ??= require("node:dns")).a((node_dns ??= require("node:dns")).b);',
  ],
  ["where it is spread", "f(...node_dns.a);", 'f(...(node_dns ??= require("node:dns")).a);'],
  [
    "but is no property of the same name",
    "x.node_dns.a; node_dns.b;",
    'x.node_dns.a; (node_dns ??= require("node:dns")).b;',
  ],
  [
    "but is no part of a longer name",
    "my_node_dns.a; node_dns.b;",
    'my_node_dns.a; (node_dns ??= require("node:dns")).b;',
  ],
])("a require comes %s", (_, code, expected) => {
  expect(late(`let node_dns = require("node:dns");\n${code}`, ALL)).toBe(`let node_dns;\n${expected}`);
});

it("a name with a dollar is one, too", () => {
  expect(late('const work$1 = require("./work.cjs");\nwork$1.run();', ALL)).toBe(
    'let work$1;\n(work$1 ??= require("./work.cjs")).run();',
  );
});

it.each([
  ["its name is used by itself", 'const node_dns = require("node:dns");\nf(node_dns);'],
  ["Node.js has it loaded", 'const node_fs = require("node:fs");\nnode_fs.a;'],
  ["it stands within something", '  const node_dns = require("node:dns");\nnode_dns.a;'],
])("a require stays where %s", (_, code) => {
  expect(late(code, ALL)).toBe(code);
});
