import type { Scenario } from "./scenario.ts";
import { again } from "./scenarios/again.ts";
import { againLatency } from "./scenarios/againLatency.ts";
import { foreign } from "./scenarios/foreign.ts";
import { latency } from "./scenarios/latency.ts";
import { mixed } from "./scenarios/mixed.ts";
import { servers } from "./scenarios/servers.ts";
import { small } from "./scenarios/small.ts";
import { start } from "./scenarios/start.ts";

/** All that is measured, in this order. */
export const SCENARIOS: readonly Scenario[] = [small, latency, mixed, servers, again, againLatency, foreign, start];
