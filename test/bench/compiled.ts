import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { absentCommand } from "./installedCommand.ts";

/** Makes programs of the C files that lie beside this one. */
export class Compiler {
  readonly #folder: string;
  readonly #made = new Map<string, string>();

  /** `folder` takes the programs. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  absent(): string | undefined {
    return absentCommand("cc", "gcc");
  }

  /** The path of the program made of `NAME.c`. Throws with what the compiler says. */
  program(name: string): string {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const source = fileURLToPath(new URL(`${name}.c`, import.meta.url));
    const program = join(this.#folder, `${name}.program`);
    const { status, stderr } = spawnSync("cc", ["-O2", "-Wall", "-pthread", "-o", program, source], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`cc ${source}: ${stderr}`);
    this.#made.set(name, program);
    return program;
  }
}
