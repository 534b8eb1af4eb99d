import type { ScriptedServer } from "../servers/scriptedServer.ts";
import { outside_ms } from "./clock.ts";

const LOOK_MS = 1;

/** Does something as soon as servers together have had so many commands. Returns how to give that up. */
export function atCommand(servers: readonly ScriptedServer[], at: number, act: () => void): () => void {
  const timer = setInterval(() => {
    if (servers.reduce((sum, { commands }) => sum + commands.length, 0) < at) return;
    clearInterval(timer);
    act();
  }, outside_ms(LOOK_MS));
  return () => clearInterval(timer);
}
