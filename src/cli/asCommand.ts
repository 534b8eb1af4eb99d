import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OptionTable } from "../config/options.ts";
import type { Stage } from "../stages/stage.ts";
import { runMain } from "./main.ts";
import { stepCommand } from "./stepCommand.ts";

/**
 * Makes a stage's module its command, too: when the module is what Node.js was started with, reads records from stdin and writes to
 * stdout as all commands do; when it is imported, does nothing.
 *
 * @param moduleUrl the module's `import.meta.url`
 */
export async function asCommand<O extends OptionTable>(stage: Stage<O>, moduleUrl: string): Promise<void> {
  if (isMain(moduleUrl)) await runMain(`ftp-${stage.name}`, async () => ({ run: stepCommand(stage) }));
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
