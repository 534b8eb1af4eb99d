import { rmSync } from "node:fs";
import { PIECE_SIZES } from "../../src/stages/fetch/segmenting.ts";
import type { ServerKind } from "../servers/installed.ts";
import { ODD_FOLDERS, ODD_NAMES } from "../servers/oddNames.ts";
import { type RealServer, startServer } from "../servers/realServer.ts";
import { bytesOf, plantFile, plantFiles, readTree, type TreeEntry, temporaryFolder } from "../servers/trees.ts";

/** Bytes of the first, the second … file: mostly small, since what costs time is the number of files; some around what is resumed. */
const SIZES = [
  ...[0, 1, 1023, 4096, 4097, 65_535, 65_536, 100_000, 0, 12_345, 7, 2_000_000, 3, 333, 50, 40_000, 1, 9_999, 700_001],
  ...[8, 262_144, 16_385, 0, 20, 5_000, 70_000, 2, 31_337, 99, 1_000, 0, 2_500, 640, 17, 4],
];

/** Just so large that it comes in segments. */
const HUGE_bytes = PIECE_SIZES.from_bytes.number + 1_000_001;

/** Pure-FTPd does not list the first, and refuses the second. */
const REFUSED = /[\t\\]/;

/** Servers that all serve one tree. */
export interface World extends AsyncDisposable {
  readonly servers: ReadonlyMap<ServerKind, RealServer>;
  /** What a harvest of any of them brings: files and folders by their names. */
  readonly tree: ReadonlyMap<string, TreeEntry>;
  readonly files: number;
}

/** Plants `count` plain files of 0 to 2 MB, one that comes in segments, and as many odd names as there are, and starts the servers. */
export async function startWorld(kinds: readonly ServerKind[], count: number): Promise<World> {
  const data = temporaryFolder();
  const servers = new Map<ServerKind, RealServer>();
  const stop = async (): Promise<void> => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    rmSync(data.path, { recursive: true, force: true });
  };
  try {
    plantFiles(data.path, { count, sizes: SIZES });
    plantFile(data.path, "huge.bin", bytesOf("huge.bin", HUGE_bytes), count);
    plantNames(data.path);
    for (const kind of kinds) servers.set(kind, await startServer({ kind, root: data.path }));
  } catch (error) {
    await stop();
    throw error;
  }
  const tree = readTree(data.path);
  const files = [...tree.values()].filter(({ kind }) => kind === "file").length;
  return { servers, tree, files, [Symbol.asyncDispose]: stop };
}

function plantNames(root: string): void {
  const names = [...ODD_NAMES.map((name) => `odd/${name}`), ...ODD_FOLDERS.map((name) => `${name}/inside.txt`)];
  names
    .filter((name) => !REFUSED.test(name))
    .forEach((name, order) => {
      plantFile(root, name, bytesOf(name, 70 + order), order);
    });
}
