import { setImmediate as turn } from "node:timers/promises";
import { writeHeapSnapshot } from "node:v8";
import { firstValueFrom } from "rxjs";
import { fetchFiles, harvest, listFiles, openHarvest, type ResultSet, report, servers } from "../../../src/index.ts";
import { processState } from "../processState.ts";
import type { Answer, Held, Leaving, Order, Way } from "./orders.ts";

/** A program that harvests over and over as it is told by the process that has started it, and says what it holds in between. */

/** Turns of the event loop in which closed sockets and settled promises are let go of. */
const TURNS = 20;

process.on("message", (order: Order) => {
  void obey(order)
    .catch(
      (error: unknown): Answer => ({ done: "error", message: String(error instanceof Error ? error.stack : error) }),
    )
    .then((answer) => process.send?.(answer));
});
process.once("disconnect", () => process.exit(0));

async function obey(order: Order): Promise<Answer> {
  if (order.order === "look") return { done: "look", held: await held() };
  if (order.order === "leave") return leave(order.config, order.to, order.how, order.after);
  if (order.order === "snapshot") {
    writeHeapSnapshot(order.path);
    return { done: "snapshot" };
  }
  return harvestAll(order.way, order.config, order.to);
}

async function harvestAll(way: Way, config: string, to: string): Promise<Answer> {
  if (way === "openHarvest") {
    await using opened = openHarvest(config, { to });
    for await (const _ of opened);
    return answerOf(await opened.result());
  }
  const records = way === "harvest" ? harvest(config, { to }) : servers(config).pipe(listFiles(), fetchFiles({ to }));
  using results = await firstValueFrom(records.pipe(report()));
  return answerOf(results);
}

/** Enough to tell why a round was not as it must be. */
const MOST_FAILURES = 3;

/** Names of files are on disk until they are asked for. */
function answerOf(results: ResultSet): Answer {
  const rows = [...results].map(([server, result]) => [server, result]);
  const failures = results.servers.flatMap((server) => [...results.failures(server)]).slice(0, MOST_FAILURES);
  return {
    done: "harvest",
    code: results.code,
    results: Object.fromEntries(rows),
    failures: failures.map((failure) => `${failure.code}: ${failure.message}`),
  };
}

async function leave(config: string, to: string, how: Leaving, after: number): Promise<Answer> {
  const stop = new AbortController();
  await using opened = openHarvest(config, { to, signal: stop.signal });
  let seen = 0;
  for await (const _ of opened) {
    if (++seen < after) continue;
    if (how === "break") break;
    stop.abort();
  }
  return { done: "leave" };
}

async function held(): Promise<Held> {
  for (let turns = 0; turns < TURNS; turns++) await turn();
  if (globalThis.gc === undefined) throw new Error("needs node --expose-gc");
  globalThis.gc();
  await turn();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  const state = processState(process.pid);
  if (state === undefined) throw new Error("needs /proc");
  return {
    rss_KiB: state.rss_KiB,
    heapUsed_KiB: heapUsed / 1024,
    external_KiB: external / 1024,
    descriptors: state.descriptors,
    sockets: state.sockets,
    handles: counted(process.getActiveResourcesInfo()),
  };
}

/** `["Timeout", "PipeWrap", "Timeout"]` as `PipeWrap 1, Timeout 2`. */
function counted(kinds: readonly string[]): string {
  const unique = [...new Set(kinds)].sort();
  return unique.map((kind) => `${kind} ${kinds.filter((one) => one === kind).length}`).join(", ");
}
