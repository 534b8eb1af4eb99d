import type { Ran } from "../pipes/shell.ts";
import { compareTrees, type TreeEntry } from "../servers/trees.ts";
import { beginHarvest } from "./harvest.ts";
import { strayFiles, untilNoneRuns } from "./remains.ts";
import type { Blow, Round } from "./round.ts";
import { Site } from "./site.ts";
import { strike } from "./strike.ts";
import { codesFor, type Landed, landedIn, lies, wholeTree, wrongFiles } from "./truth.ts";
import type { World } from "./world.ts";

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

/** What must not be happened: `message` says all of it. */
export class Broken extends Error {}

/** Plays a round. Throws a `Broken` where a promise is. */
export async function playRound(round: Round, world: World): Promise<readonly Outcome[]> {
  await using site = new Site();
  const whole = wholeTree(world, round.servers);
  const outcomes: Outcome[] = [];
  for (const blow of round.blows) outcomes.push(await endure(blow, round, world, site, whole));
  site.relieve();
  site.configure(world, round.servers, undefined);
  await finish(round, site, whole);
  return outcomes;
}

async function endure(
  blow: Blow,
  round: Round,
  world: World,
  site: Site,
  whole: ReadonlyMap<string, TreeEntry>,
): Promise<Outcome> {
  const [first] = round.servers;
  const server = first === undefined ? undefined : world.servers.get(first);
  if (server === undefined) throw new Error(`${first} does not run`);
  const bytes = bytesInPages(whole);
  site.relieve();
  site.configure(world, round.servers, blow);
  if (blow.kind === "disk") site.fill(blow.disk, blow.disk === "buffer" ? blow.room * (bytes - site.landed) : 0);
  const over = new AbortController();
  const harvest = beginHarvest(site.shell, blow.form, site.environment);
  const ended = harvest.ended.finally(() => over.abort());
  const totals = { files: world.files * round.servers.length, bytes };
  const [hit, ran] = await Promise.all([
    strike(blow, { site, harvest, server, whole: totals, over: over.signal }),
    ended,
  ]);
  await untilNoneRuns(site.shell);
  const landed = landedIn(site.folders.buffer);
  const code = ran.codes.at(-1) ?? ran.code;
  const broken = [...wrongFiles(whole, landed), ...lies(ran, whole, landed, site.shell.buffer)];
  if (code !== 0 && !codesFor(blow).includes(code)) broken.push(`exit code ${code}`);
  complain(broken, `after ${JSON.stringify(blow)}`, ran);
  return { blow, hit, code, landed, whole: landed.tree.size === whole.size };
}

/** One harvest more, that nothing befalls: all is here, and nothing else. */
async function finish({ last, blows }: Round, site: Site, whole: ReadonlyMap<string, TreeEntry>): Promise<void> {
  const ran = await beginHarvest(site.shell, last, site.environment).ended;
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
    ...strayFiles(site.folders, { harvests: blows.length + 1, files: whole.size }),
  ];
  complain(broken, `in the last harvest (${last})`, ran);
}

function complain(broken: readonly string[], when: string, { codes, stdout, stderr }: Ran): void {
  if (broken.length === 0) return;
  const said = [
    `exit codes: ${codes.join(" ")}`,
    `stdout: ${stdout.slice(0, 500)}`,
    `stderr: ${stderr.slice(0, 2000)}`,
  ];
  throw new Broken([`${when}:`, ...broken.slice(0, 20), ...said].join("\n  "));
}

/** As a disk counts them. */
function bytesInPages(tree: ReadonlyMap<string, TreeEntry>): number {
  return [...tree.values()].reduce((sum, { size }) => sum + Math.ceil(size / 4096) * 4096, 0);
}
