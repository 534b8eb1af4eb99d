import type { ScriptedServer } from "../servers/scriptedServer.ts";
import { outside_ms } from "./clock.ts";
import type { Moment } from "./schedule.ts";

const LOOK_MS = 1;

/** Does something at a moment. Returns how to give that up. */
export function atMoment(servers: readonly ScriptedServer[], { at, of }: Moment, act: () => void): () => void {
  const countOf = of === "commands" ? ({ commands }: ScriptedServer) => commands.length : strikesOf;
  const timer = setInterval(() => {
    if (servers.reduce((sum, server) => sum + countOf(server), 0) < at) return;
    clearInterval(timer);
    act();
  }, outside_ms(LOOK_MS));
  return () => clearInterval(timer);
}

function strikesOf({ struck }: ScriptedServer): number {
  return [...struck.values()].reduce((sum, times) => sum + times, 0);
}
