import { integer, type Kind } from "./kinds.ts";

/** Sessions that fetch one large file together; `auto`: those that nothing else needs. */
export type Segments = number | "auto";

const MOST_SEGMENTS = 100;

const number = integer(1, MOST_SEGMENTS);

export const segments: Kind<Segments> = {
  expected: `a whole number from 1 to ${MOST_SEGMENTS}, or auto`,
  placeholder: "N|auto",
  schema: { anyOf: [number.schema, { enum: ["auto"] }] },
  parse: (value) => (value === "auto" ? "auto" : number.parse(value)),
};
