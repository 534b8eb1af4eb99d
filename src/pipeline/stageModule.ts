import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { shortened } from "../config/given.ts";
import type { Stage } from "../stages/stage.ts";

/** A module that exports stages made with `defineStage`. */
export interface StageModule {
  /** Absolute path. */
  readonly path: string;
  readonly stages: readonly Stage[];
}

/** Loads the module that a pipeline's file names. Throws an `UnusableModule`. */
export type ImportStages = (specifier: string, file: string) => Promise<StageModule>;

/** A module that gives no stages, in words that follow its name. */
export class UnusableModule extends Error {
  override readonly name = "UnusableModule";
}

/** As `import` finds it: a path that begins with `.` or `/` is relative to the file, else it is a package's name. */
export const importStages: ImportStages = async (specifier, file) => {
  const path = locate(specifier, file);
  const exported = await load(path);
  // A stage may be exported by its name and as the default.
  const stages = [...new Set(Object.values(exported))].filter(isStage);
  if (stages.length === 0) throw new UnusableModule("it exports no stage that was made with `defineStage`");
  return { path, stages };
};

function locate(specifier: string, file: string): string {
  if (/^\.{0,2}\//.test(specifier)) {
    const path = resolve(dirname(file), specifier);
    if (!existsSync(path)) throw new UnusableModule("there is no such file");
    return path;
  }
  try {
    return createRequire(resolve(file)).resolve(specifier);
  } catch (error) {
    throw new UnusableModule(
      "there is no package of that name to be found from this file; a path of a module begins with ./",
      { cause: error },
    );
  }
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    // Whatever the module's own code throws.
    const [line = ""] = String(error).split("\n", 1);
    throw new UnusableModule(`it can't be loaded: ${shortened(line, LONGEST_ERROR)}`, { cause: error });
  }
}

/** Node.js names both the module that is missing and the one that asks for it. */
const LONGEST_ERROR = 300;

function isStage(value: unknown): value is Stage {
  if (typeof value !== "object" || value === null) return false;
  const { name, summary, scope, options, operator, examples }: Partial<Record<keyof Stage, unknown>> = value;
  return (
    [name, summary].every((text) => typeof text === "string" && text !== "") &&
    (scope === "server" || scope === "run") &&
    typeof options === "object" &&
    options !== null &&
    typeof operator === "function" &&
    Array.isArray(examples)
  );
}
