import { integer, orAuto } from "./kinds.ts";

/** Sessions that fetch one large file together; `auto`: those that nothing else needs. */
export type Segments = number | "auto";

export const segments = orAuto(integer(1, 100));
