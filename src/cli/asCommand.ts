import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OptionTable } from "../config/options.ts";
import type { Stage } from "../stages/stage.ts";

/**
 * Makes a stage's module its command, too: when the module is what Node.js was started with, reads records from stdin and writes to
 * stdout as all commands do; when it is imported, does nothing.
 *
 * @param moduleUrl the module's `import.meta.url`
 */
export async function asCommand<O extends OptionTable>(stage: Stage<O>, moduleUrl: string): Promise<void> {
  if (!isMain(moduleUrl)) return;
  // Who only imports the module needs no command line.
  const [{ runMain }, { stepCommand }] = await Promise.all([import("./main.ts"), import("./stepCommand.ts")]);
  await runMain(`ftp-${stage.name}`, stepCommand(stage, "others"));
}

/** npm's commands are links onto the modules. */
function isMain(moduleUrl: string): boolean {
  const [, script] = process.argv;
  try {
    return script !== undefined && realpathSync(script) === realpathSync(fileURLToPath(moduleUrl));
  } catch {
    return false;
  }
}
