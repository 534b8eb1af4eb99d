import type { OptionTable } from "../config/options.ts";
import type { Stage } from "../stages/stage.ts";
/**
 * Makes a stage's module its command, too: when the module is what Node.js was started with, reads records from stdin and writes to
 * stdout as all commands do; when it is imported, does nothing.
 *
 * @param moduleUrl the module's `import.meta.url`
 */
export declare function asCommand<O extends OptionTable>(stage: Stage<O>, moduleUrl: string): Promise<void>;
