import { harvestScenario } from "../harvests.ts";
import { aria2Segments } from "../rivals/aria2.ts";
import { lftpPget } from "../rivals/lftp.ts";
import { autoSegments, fiveSegments, oneSegment } from "../rivals/ownVariants.ts";

const MIB = 1_024 ** 2;

/** One file from a server that gives so much to a connection and no more: several together are as much faster as they are many. */
export const segments = harvestScenario({
  name: "segments",
  what: "512 MiB, the server gives 20 MB/s to each connection",
  servers: 1,
  tree: { files: 1, folders: 1, leastSize: 512 * MIB, mostSize: 512 * MIB },
  quick: { servers: 1, files: 1, size: 32 * MIB },
  rounds: 3,
  mostBytesPerSecond: 20_000_000,
  rivals: [fiveSegments, autoSegments, oneSegment, lftpPget, aria2Segments],
  targets: [
    { measure: "wall", of: "segments-1", over: "segments-5", must: "be at least", value: 4 },
    { measure: "wall", of: "segments-1", over: "segments-auto", must: "be at least", value: 4 },
  ],
});
