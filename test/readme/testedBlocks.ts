import { readFileSync } from "node:fs";

/** A fenced block of code. */
interface Block {
  readonly language: string;
  readonly code: string;
}

/** The blocks of code of README.md between `<!-- tested: NAME -->` and `<!-- end of test -->`. Throws where there are none. */
export function testedBlocks(name: string): readonly Block[] {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, part = ""] = new RegExp(`<!-- tested: ${name} -->([\\s\\S]*?)<!-- end of test -->`).exec(readme) ?? [];
  const blocks = [...part.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", code = ""]) => ({
    language,
    code,
  }));
  if (blocks.length === 0) throw new Error(`README.md has no blocks of "${name}"`);
  return blocks;
}
