import type { Plugin } from "rolldown";

/** Part of every Node.js that has started: they cost nothing. */
const LOADED_BY_NODE = [
  "async_hooks",
  "buffer",
  "crypto",
  "events",
  "fs",
  "module",
  "path",
  "process",
  "timers",
  "url",
  "util",
];

/**
 * The file that a help text needs requires the others where the first of their names is used, and not before: neither RxJS nor the
 * work of a stage is loaded for its options. All others come whole: what a harvest of hours needs at its end must not be read from a disk
 * where somebody has installed another version meanwhile. Node's own parts may be late everywhere.
 */
export const lateRequires: Plugin = {
  name: "late-requires",
  /** Commander requires child_process, 3 ms, for commands that are programs of their own. */
  transform: { filter: { id: /node_modules\/commander\// }, handler: (code) => late(code, /^node:/) },
  renderChunk: (code, { name }) => late(code, name === "command" ? /^(?:node:|\.\/)/ : /^node:/),
};

/** No part of a longer name, nor a property; behind `...` it is none. */
const NO_PROPERTY = "(?<![$\\w])(?<!(?<!\\.\\.)\\.)";

/** Where such a require stands at the top of a file, and its name is used for nothing but what it exports. */
export function late(code: string, files: RegExp): string {
  let changed = code;
  for (const [line, name = "", required = ""] of code.matchAll(
    /^(?:const|let) ([$\w]+) = require\(["']([\w:./-]+)["']\);$/gm,
  )) {
    if (!files.test(required) || isLoaded(required)) continue;
    const uses = changed.match(new RegExp(`${NO_PROPERTY}${escaped(name)}(?![$\\w])`, "g"))?.length;
    const use = new RegExp(`${NO_PROPERTY}${escaped(name)}\\.(?=[$\\w])`, "g");
    // The line itself is one.
    if (changed.match(use)?.length !== (uses ?? 0) - 1) continue;
    changed = changed
      .replace(line, () => `let ${name};`)
      .replaceAll(use, () => `(${name} ??= require("${required}")).`);
  }
  return changed;
}

function isLoaded(required: string): boolean {
  return LOADED_BY_NODE.some((name) => required === `node:${name}`);
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}
