import type { Scenario } from "./scenario.ts";
import { small } from "./scenarios/small.ts";

/** All that is measured, in this order. */
export const SCENARIOS: readonly Scenario[] = [small];
