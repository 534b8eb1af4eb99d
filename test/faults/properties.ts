import { bytesProperties } from "./properties/bytes.ts";
import { conservation } from "./properties/conservation.ts";
import { resultProperties } from "./properties/results.ts";
import { tidiness } from "./properties/tidiness.ts";
import type { Property } from "./property.ts";

export const PROPERTIES: readonly Property[] = [...conservation, ...bytesProperties, ...resultProperties, ...tidiness];
