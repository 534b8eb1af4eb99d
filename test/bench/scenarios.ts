import type { Scenario } from "./scenario.ts";
import { again } from "./scenarios/again.ts";
import { againLatency } from "./scenarios/againLatency.ts";
import { foreign } from "./scenarios/foreign.ts";
import { large } from "./scenarios/large.ts";
import { largeTls } from "./scenarios/largeTls.ts";
import { latency } from "./scenarios/latency.ts";
import { mixed } from "./scenarios/mixed.ts";
import { segments } from "./scenarios/segments.ts";
import { servers } from "./scenarios/servers.ts";
import { small } from "./scenarios/small.ts";
import { smallTls } from "./scenarios/smallTls.ts";
import { start } from "./scenarios/start.ts";
import { thousand } from "./scenarios/thousand.ts";
import { threads } from "./scenarios/threads.ts";

/** All that is measured, in this order. */
export const SCENARIOS: readonly Scenario[] = [
  ...[small, latency, mixed, servers, thousand, again, againLatency],
  ...[large, largeTls, smallTls, segments, threads],
  ...[foreign, start],
];
