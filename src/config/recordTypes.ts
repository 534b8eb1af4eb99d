import { type Kind, text } from "./kinds.ts";

/** Types of records: one text with commas between them, or a list of texts, which are taken as they are. */
export const recordTypes: Kind<readonly string[], string | readonly string[]> = {
  expected: "a type of records such as file, several with commas between them, or a list of them",
  placeholder: "TYPE[,TYPE...]",
  takesList: true,
  schema: {
    anyOf: [
      { type: "string", minLength: 1 },
      { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 },
    ],
  },
  parse(value) {
    const words = Array.isArray(value) ? value : split(value);
    const types = words.map((word) => text.parse(word)).filter((type) => type !== undefined);
    return types.length === words.length && types.length > 0 ? types : undefined;
  },
};

function split(value: unknown): readonly string[] {
  if (typeof value !== "string") return [];
  return value
    .split(",")
    .map((type) => type.trim())
    .filter((type) => type !== "");
}
