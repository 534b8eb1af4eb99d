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
 * What a file requires is loaded where the first of its names is used, and not before: a help text needs the options of a stage, but
 * neither RxJS nor what the stage does. Names that are used while their file itself is loaded come at once, as ever.
 */
export const lateRequires: Plugin = {
  name: "late-requires",
  /** Commander requires child_process, 3 ms, for commands that are programs of their own. */
  transform: { filter: { id: /node_modules\/commander\// }, handler: (code) => late(code) },
  renderChunk: (code) => late(code),
};

/** Where such a require stands at the top of a file, and its name is used for nothing but what it exports. */
function late(code: string): string {
  let changed = code;
  for (const [line, name = "", required = ""] of code.matchAll(
    /^(?:const|let) (\w+) = require\(["']([\w:./-]+)["']\);$/gm,
  )) {
    if (isLoaded(required)) continue;
    const uses = changed.match(new RegExp(`\\b${name}\\b`, "g"))?.length;
    const use = new RegExp(`\\b${name}\\.(?=\\w)`, "g");
    // The line itself is one.
    if (changed.match(use)?.length !== (uses ?? 0) - 1) continue;
    changed = changed.replace(line, `let ${name};`).replaceAll(use, () => `(${name} ??= require("${required}")).`);
  }
  return changed;
}

function isLoaded(required: string): boolean {
  return LOADED_BY_NODE.some((name) => required === `node:${name}`);
}
