import type { Node } from "../config/node.ts";
import { type Environment, expand, MissingVariable, malformedVariable } from "../config/variables.ts";

/** An option's value as a person writes it: in a pipeline's file, or after `--set`. */
export type Written = string | readonly string[] | Readonly<Record<string, string>>;

/** Undefined for what no option takes: nothing, and lists or maps of anything but texts. */
export function writtenIn(node: Node): Written | undefined {
  if (node.is === "text") return node.text;
  if (node.is === "list") return allTexts(node.items);
  if (node.is === "nothing") return undefined;
  const texts = allTexts([...node.entries.values()].map(({ value }) => value));
  return texts && Object.fromEntries([...node.entries.keys()].map((key, place) => [key, texts[place] ?? ""]));
}

function allTexts(nodes: readonly Node[]): readonly string[] | undefined {
  const texts = nodes.flatMap((node) => (node.is === "text" ? [node.text] : []));
  return texts.length === nodes.length ? texts : undefined;
}

/** The value with its variables replaced, or what is wrong with them. */
export function expandWritten(
  written: Written,
  env: Environment,
): { readonly written: Written } | { readonly problem: string } {
  for (const text of textsOf(written)) {
    const expanded = expandText(text, env);
    if ("problem" in expanded) return expanded;
  }
  return { written: mapTexts(written, (text) => expand(text, env)) };
}

/** A text with its variables replaced, or what is wrong with them. */
export function expandText(text: string, env: Environment): { readonly text: string } | { readonly problem: string } {
  const problem = malformedVariable(text);
  if (problem !== undefined) return { problem };
  try {
    return { text: expand(text, env) };
  } catch (error) {
    if (error instanceof MissingVariable) return { problem: error.message };
    throw error;
  }
}

/** The texts of a value; of a map, those without their keys. */
export function textsOf(written: Written): readonly string[] {
  if (typeof written === "string") return [written];
  return isList(written) ? written : Object.values(written);
}

function mapTexts(written: Written, change: (text: string) => string): Written {
  if (typeof written === "string") return change(written);
  if (isList(written)) return written.map(change);
  return Object.fromEntries(Object.entries(written).map(([key, text]) => [key, change(text)]));
}

/** The items as a command line takes them, each with a flag of its own: those of a map as `key=text`. */
export function itemsOf(written: Written): readonly string[] {
  if (typeof written === "string") return [written];
  return isList(written) ? written : Object.entries(written).map(([key, text]) => `${key}=${text}`);
}

/** `Array.isArray` does not tell lists that are read only. */
export function isList(written: Written): written is readonly string[] {
  return Array.isArray(written);
}
