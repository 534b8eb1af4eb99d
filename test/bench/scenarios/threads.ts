import { harvestScenario } from "../harvests.ts";
import { ftpHarvest } from "../rivals/ftpHarvest.ts";
import { threads as manyThreads } from "../rivals/ownVariants.ts";
import { LARGE } from "./large.ts";

const MIB = 1_024 ** 2;

/** Work that one thread has too much of: to decipher what comes, and to make sums of it. */
export const threads = harvestScenario({
  ...LARGE,
  name: "threads",
  what: "64 MiB each over explicit TLS with `--checksum`, loopback",
  tree: { ...LARGE.tree, leastSize: 64 * MIB, mostSize: 64 * MIB },
  tls: true,
  flags: ["--checksum"],
  rivals: [ftpHarvest, manyThreads],
  leftOut: [],
  targets: [{ measure: "wall", of: "ftp-harvest", over: "threads", must: "be at least", value: 1.3 }],
});
