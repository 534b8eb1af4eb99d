import { expect, it } from "vitest";
import { parse } from "yaml";
import { type AdvisedServer, failureLines, snippetLines } from "../../src/measure/snippet.ts";

function server(name: string, value?: number, more: Partial<AdvisedServer> = {}): AdvisedServer {
  const proposals = value === undefined ? [] : [{ key: "connections" as const, value, reason: "why: because # it is" }];
  return { server: name, proposals, connections: 5, hasOwn: false, ...more };
}

function snippet(servers: readonly AdvisedServer[], more: { backend?: string; hasOthers?: boolean } = {}): string {
  return snippetLines({ servers, backend: more.backend, hasOthers: more.hasOthers ?? false }).join("\n");
}

it("is empty when nothing is proposed", () => {
  expect(snippetLines({ servers: [server("a"), server("b")], backend: undefined, hasOthers: false })).toEqual([]);
});

it("gives each key its reason, and servers that are right stay out of it", () => {
  expect(snippet([server("a", 2), server("b")])).toBe(
    [
      "# to be merged into cfg.yaml, not put in front of it: no key may be there twice",
      "servers:",
      "  a:",
      "    connections: 2  # why: because # it is",
    ].join("\n"),
  );
});

it("raises the default, which a server's own number is a ceiling on, and keeps the others where they are", () => {
  const text = snippet([server("a", 8), server("b"), server("c", 2), server("d", undefined, { hasOwn: true })]);
  expect(parse(text)).toEqual({
    defaults: { connections: 8 },
    servers: { a: { connections: 8 }, b: { connections: 5 }, c: { connections: 2 } },
  });
});

it("says what a higher default means for servers that were not measured", () => {
  expect(snippet([server("a", 8)], { hasOthers: true })).toContain("# those that were not measured get as many");
  expect(snippet([server("a", 2)], { hasOthers: true })).not.toContain("not measured");
});

it("has what is for all servers on its top", () => {
  expect(parse(snippet([server("a")], { backend: "cores" }))).toEqual({ backend: "auto" });
});

it.each(["001", "a b", "x: y", "#1", 'say "hi"', "分店", "a\u2028b", "-"])(
  "quotes the name %j where YAML reads it otherwise",
  (name) => {
    // As cfg.yaml is read: `001` is a text there.
    const keys = Object.keys(parse(snippet([server(name, 2)]), { schema: "failsafe" }).servers);
    expect(keys).toEqual([name]);
  },
);

it.each(["001", "7", "1e3", "0x1F", "0o7", "1_000", "2024-01-01", "yes", "No", "on", "OFF", "y", "null", "True"])(
  "quotes the name %j, which other readers of YAML take for something else than a text",
  (name) => {
    expect(snippet([server(name, 2)])).toContain(`  "${name}":`);
  },
);

it.each(["branch-001", "ftp.example.com", "a_b", "notes", "nullable", "e5"])("leaves the name %j as it is", (name) => {
  expect(snippet([server(name, 2)])).toContain(`  ${name}:`);
});

it("has a comment of one line for each server that failed, whatever that said", () => {
  const message = "530 no\r\nbackend: threads\u0085\u2028defaults: {}\x1b[2J";
  const lines = failureLines([
    { server: "good", failure: null },
    { server: "bad\nname", failure: { code: "login", message } },
    { server: "silent", failure: { code: "timeout", message: "no log-in" } },
  ]);
  expect(lines).toEqual([
    "# bad\\nname: login: 530 no\\r\\nbackend: threads\\x85\\u2028defaults: {}\\x1b[2J",
    "# silent: timeout: no log-in",
  ]);
  expect(parse(lines.join("\n"))).toBeNull();
});
