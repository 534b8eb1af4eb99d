import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The worker as it is built, beside what is built of this file; from the sources, in the folder that the build makes of them. */
const PLACES = ["../threads/worker.cjs", "../../dist/src/threads/worker.cjs"];

export function workerFile(): string {
  const files = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const file = files.find((one) => existsSync(one));
  if (file === undefined)
    throw new Error(`worker threads need ${files[0]}, which is not there: npm run build makes it`);
  return file;
}
