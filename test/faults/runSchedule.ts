import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Shell } from "../pipes/shell.ts";
import type { ScriptedServer } from "../servers/scriptedServer.ts";
import { outside_ms } from "./clock.ts";
import type { Evidence, ServerEvidence, Told } from "./evidence.ts";
import { Excuses } from "./excuses.ts";
import { incidents } from "./incidents.ts";
import { PROPERTIES } from "./properties.ts";
import type { Property } from "./property.ts";
import { runCommands } from "./runCommands.ts";
import { runOperators } from "./runOperators.ts";
import { isInProcess, type RoundPlan, type Schedule } from "./schedule.ts";
import { ServerStory } from "./story.ts";
import { Tally } from "./tally.ts";
import { World } from "./world.ts";

/** A property that does not hold. */
class Broken extends Error {
  override readonly name = "Broken";
}

/** A round takes seconds at the most: who needs longer hangs. */
const DEADLINE_MS = 120_000;
const LOOK_MS = 100;

/** What a server needs to see that its clients have left. */
const CLOSING_MS = 10_000;

/** Runs a schedule from its first round to the one without faults. Rejects with what is `Broken` first. */
export async function runSchedule(schedule: Schedule, properties: readonly Property[] = PROPERTIES): Promise<Tally> {
  const run = new ScheduleRun(schedule, properties);
  try {
    return await run.all();
  } finally {
    await run[Symbol.asyncDispose]();
  }
}

class ScheduleRun implements AsyncDisposable {
  readonly #schedule: Schedule;
  readonly #properties: readonly Property[];
  readonly #world: World;
  readonly #shell: Shell | undefined;
  readonly #stories: readonly ServerStory[];
  readonly #excuses = new Excuses();
  readonly #tally = new Tally();

  constructor(schedule: Schedule, properties: readonly Property[]) {
    this.#schedule = schedule;
    this.#properties = properties;
    let shell: Shell | undefined;
    this.#world = new World(schedule, (root) => {
      if (isInProcess(schedule.form)) return made(join(root, "harvest"));
      shell = new Shell(root);
      return shell.folder;
    });
    this.#shell = shell;
    this.#stories = schedule.servers.map((plan, place) => new ServerStory(plan, place));
  }

  async all(): Promise<Tally> {
    const { rounds } = this.#schedule;
    for (const [round, plan] of [...rounds, "clean" as const].entries()) {
      const evidence = await this.#round(round, plan);
      this.#tally.addRound(evidence);
      this.#judge(evidence);
    }
    this.#tally.addExcuses(this.#excuses);
    return this.#tally;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#shell?.[Symbol.asyncDispose]();
    this.#world[Symbol.dispose]();
  }

  async #round(round: number, plan: Evidence["plan"]): Promise<Evidence> {
    const before = incidents.length;
    const left = this.#stories.map(({ name }) => this.#world.look(name));
    const servers = await Promise.all(
      this.#stories.map((story, place) => {
        const { changes, faults } = (plan === "clean" ? undefined : plan.servers[place]) ?? { changes: [], faults: [] };
        return story.start(changes, faults);
      }),
    );
    try {
      this.#world.configure(this.#schedule, plan, servers);
      const told = await inTime(this.#harvest(plan, servers), `round ${round + 1}`);
      await closed(servers);
      return {
        schedule: this.#schedule,
        round,
        plan,
        told,
        servers: servers.map((server, place) => ({
          ...this.#look(server, place),
          left: left[place] ?? { disk: new Map(), parts: [], lock: false, note: false },
        })),
        outside: this.#world.outside,
        incidents: incidents.slice(before),
        written: this.#world.written,
      };
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  }

  #harvest(plan: RoundPlan | "clean", servers: readonly ScriptedServer[]): Promise<Told> {
    const ends = plan === "clean" ? ({ how: "completes" } as const) : plan.ends;
    return this.#shell === undefined
      ? runOperators(this.#world, this.#schedule, ends, servers)
      : runCommands(this.#shell, this.#schedule, ends, servers);
  }

  #look(server: ScriptedServer, place: number): Omit<ServerEvidence, "left"> {
    const story = this.#stories[place];
    if (story === undefined) throw new Error(`no server ${place}`);
    const { name, plan, allowed } = story;
    return {
      name,
      plan,
      allowed,
      ...story.tell(server),
      ...this.#world.look(name),
    };
  }

  #judge(evidence: Evidence): void {
    for (const { sentence, broken } of this.#properties) {
      const why = broken(evidence, this.#excuses);
      const where = evidence.plan === "clean" ? "the round without faults" : `round ${evidence.round + 1}`;
      if (why !== undefined) throw new Broken(`${sentence}\n  ${where}: ${why}`);
    }
  }
}

/** Counts looks, not time: a machine that is busy with other things looks less often. */
async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let looks = DEADLINE_MS / LOOK_MS;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const seconds = DEADLINE_MS / 1000;
    const look = () =>
      --looks === 0 && reject(new Broken(`everything ends in time\n  ${what}: not over after ${seconds} s`));
    timer = setInterval(look, outside_ms(LOOK_MS));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearInterval(timer);
  }
}

/** A server sees a moment later than its clients that they have left. */
async function closed(servers: readonly ScriptedServer[]): Promise<void> {
  for (let waited_ms = 0; waited_ms < CLOSING_MS; waited_ms++) {
    if (servers.every(({ openSockets }) => openSockets === 0)) return;
    await new Promise((resolve) => setTimeout(resolve, outside_ms(1)));
  }
}

function made(folder: string): string {
  mkdirSync(folder);
  return folder;
}
