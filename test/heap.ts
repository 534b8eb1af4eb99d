import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** What is alive, garbage left out. */
export function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
