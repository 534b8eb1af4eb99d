// Makes time run faster in a process, so that schedules use the limits that people use and nobody waits for them. To be imported before
// anything else (`--import`). Only what is measured in this process is faster: no two processes compare their clocks, and files have
// the time of day.
import { syncBuiltinESMExports } from "node:module";
import { hrtime } from "node:process";
import promises from "node:timers/promises";

const times = Number(process.env["FAULTS_CLOCK"] ?? 1);

const { setTimeout: later, setInterval: again } = globalThis;
globalThis.setTimeout = Object.assign((run, ms, ...args) => later(run, (ms ?? 0) / times, ...args), later);
globalThis.setInterval = Object.assign((run, ms, ...args) => again(run, (ms ?? 0) / times, ...args), again);

const sleep = promises.setTimeout;
promises.setTimeout = (ms, ...args) => sleep((ms ?? 0) / times, ...args);
syncBuiltinESMExports();

const now = performance.now.bind(performance);
// Whole nanoseconds in, whole ones out.
const now_ns = hrtime.bigint.bind(hrtime);
hrtime.bigint = () => now_ns() * BigInt(times);

Object.defineProperty(performance, "now", { value: () => now() * times, configurable: true, writable: true });
