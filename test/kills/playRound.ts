import { setTimeout as wait } from "node:timers/promises";
import type { AnyRecord } from "../../src/records/record.ts";
import type { Ran, Running } from "../pipes/shell.ts";
import type { RealServer } from "../servers/realServer.ts";
import { compareTrees, type TreeEntry } from "../servers/trees.ts";
import { beginHarvest, recordsBehindFetch } from "./harvest.ts";
import { strayFiles, untilNoneRuns } from "./remains.ts";
import type { Blow, Round, Way } from "./round.ts";
import { Site } from "./site.ts";
import { strike } from "./strike.ts";
import { bugs, codesFor, fetchedAgain, type Landed, landedIn, lies, wholeTree, wrongFiles } from "./truth.ts";
import type { World } from "./world.ts";

/** Ten times what the slowest takes that waits for a frozen server again and again. */
const MOST_MS = 600_000;

/** What a blow came to. */
export interface Outcome {
  readonly blow: Blow;
  /** False where the harvest was over before. */
  readonly hit: boolean;
  /** Of the last command. */
  readonly code: number;
  readonly landed: Landed;
  /** Whether all files were here. */
  readonly whole: boolean;
}

/** What a round came to. */
export interface Played {
  readonly outcomes: readonly Outcome[];
  /** Files of all its harvests that came in segments, and files that were gone on with, as far as records tell. */
  readonly divided: number;
  readonly resumed: number;
}

/** What a round has while it is played. */
interface Play {
  readonly round: Round;
  readonly world: World;
  readonly site: Site;
  /** What is in the buffer when all is here. */
  readonly whole: ReadonlyMap<string, TreeEntry>;
}

/** Plays a round. Throws an error that says all of it where a promise is broken. */
export async function playRound(round: Round, world: World): Promise<Played> {
  await using site = new Site();
  const play = { round, world, site, whole: wholeTree(world, round.servers) };
  const outcomes: Outcome[] = [];
  const fetched: AnyRecord[] = [];
  for (const [place, blow] of round.blows.entries()) {
    outcomes.push(await endure(blow, wayOf(round, place), play));
    fetched.push(...recordsBehindFetch(site.shell));
  }
  await finish(play);
  fetched.push(...recordsBehindFetch(site.shell));
  const having = (key: string) => fetched.filter((record) => record[key] !== undefined).length;
  return { outcomes, divided: having("segments"), resumed: having("resumed_from") };
}

function wayOf({ ways }: Round, place: number): Way {
  const way = ways[place];
  if (way === undefined) throw new Error(`no way for harvest ${place + 1}`);
  return way;
}

/** One harvest, a blow that falls on it, and what is there when all its processes have ended. */
async function endure(blow: Blow, way: Way, { round, world, site, whole }: Play): Promise<Outcome> {
  const bytes = bytesInPages(whole);
  site.relieve();
  site.configure(world, round.servers, way, blow);
  if (blow.kind === "disk") site.fill(blow.disk, blow.disk === "buffer" ? blow.room * (bytes - site.landed) : 0);
  const over = new AbortController();
  const harvest = beginHarvest(site.shell, blow.form, site.environment);
  const [hit, ran] = await Promise.all([
    strike(blow, {
      site,
      harvest,
      server: firstServer(round, world),
      whole: { files: world.files * round.servers.length, bytes },
      over: over.signal,
    }),
    endOf(harvest).finally(() => over.abort()),
  ]);
  await untilNoneRuns(site.shell);
  const landed = landedIn(site.folders.buffer);
  const code = ran.codes.at(-1) ?? ran.code;
  const broken = [...wrongFiles(whole, landed), ...lies(ran, whole, landed, site.shell.buffer), ...bugs(ran)];
  if (code !== 0 && !(hit && codesFor(blow).includes(code)))
    broken.push(`exit code ${code}${hit ? "" : ", and no blow"}`);
  complain(broken, `after ${JSON.stringify(blow)} (${JSON.stringify(way)})`, ran);
  return { blow, hit, code, landed, whole: landed.tree.size === whole.size };
}

/** Throws when it does not end: that it hangs is seen here, for whoever plays rounds has all the time in the world. */
async function endOf(harvest: Running): Promise<Ran> {
  const over = new AbortController();
  const tooLate = wait(MOST_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`the harvest does not end within ${MOST_MS / 1000} s`);
  });
  try {
    return await Promise.race([harvest.ended, tooLate]);
  } finally {
    over.abort();
  }
}

function firstServer({ servers: [first] }: Round, { servers }: World): RealServer {
  const server = first === undefined ? undefined : servers.get(first);
  if (server === undefined) throw new Error(`${first} does not run`);
  return server;
}

/** One harvest more, that nothing befalls: all is here, and nothing else. */
async function finish({ round, world, site, whole }: Play): Promise<void> {
  const { servers, blows, last } = round;
  const way = wayOf(round, blows.length);
  site.relieve();
  site.configure(world, servers, way, undefined);
  const before = landedIn(site.folders.buffer);
  const ran = await endOf(beginHarvest(site.shell, last, site.environment));
  await untilNoneRuns(site.shell);
  const landed = landedIn(site.folders.buffer);
  const { missing, extra, different } = compareTrees(whole, landed.tree);
  const broken = [
    ...(ran.code === 0 ? [] : [`exit codes ${ran.codes.join(" ")}`]),
    ...(ran.stderr === "" ? [] : ["words on stderr"]),
    ...missing.map((name) => `missing: ${JSON.stringify(name)}`),
    ...extra.map((name) => `not on the server: ${JSON.stringify(name)}`),
    ...different.map((name) => `not as on the server: ${JSON.stringify(name)}`),
    ...landed.leftOvers.map((name) => `left over: ${name}`),
    ...lies(ran, whole, landed, site.shell.buffer),
    ...fetchedAgain(before, recordsBehindFetch(site.shell)),
    ...strayFiles(site.folders, { harvests: blows.length + 1, files: whole.size }),
  ];
  complain(broken, `in the last harvest (${last}, ${JSON.stringify(way)})`, ran);
}

function complain(broken: readonly string[], when: string, { codes, stdout, stderr }: Ran): void {
  if (broken.length === 0) return;
  const said = [
    `exit codes: ${codes.join(" ")}`,
    `stdout: ${stdout.slice(0, 500)}`,
    `stderr: ${stderr.slice(0, 2000)}`,
  ];
  throw new Error([`${when}:`, ...broken.slice(0, 20), ...said].join("\n  "));
}

/** As a disk counts them. */
function bytesInPages(tree: ReadonlyMap<string, TreeEntry>): number {
  return [...tree.values()].reduce((sum, { size }) => sum + Math.ceil(size / 4096) * 4096, 0);
}
