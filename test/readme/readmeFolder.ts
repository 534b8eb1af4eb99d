import { mkdirSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Shell } from "../pipes/shell.ts";
import { testedBlocks } from "./testedBlocks.ts";

/** This checkout. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Makes a shell's folder a package that has ftp-harvest and rxjs installed, and puts README's files of one part into it. */
export function installReadme(shell: Shell, part: string): void {
  shell.write("package.json", '{ "type": "module" }');
  mkdirSync(shell.path("node_modules"));
  symlinkSync(ROOT, shell.path("node_modules/ftp-harvest"));
  for (const name of ["rxjs", "@types"])
    symlinkSync(`${ROOT}/node_modules/${name}`, shell.path(`node_modules/${name}`));
  for (const { language, code } of testedBlocks(part)) {
    const [, name] = /^(?:\/\/|#) (\S+\.(?:js|ts|yaml))$/m.exec(code) ?? [];
    if (language !== "sh" && name !== undefined) shell.write(name, code);
  }
}
