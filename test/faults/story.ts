import type { FaultAction, ServerFault } from "../servers/scripted/fault.ts";
import type { ScriptedFile } from "../servers/scripted/script.ts";
import type { FileVersion } from "../servers/scripted/servedFile.ts";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import type { Lie, ServerEvidence } from "./evidence.ts";
import { recentTime } from "./recentTimes.ts";
import { type FileChange, type ServerPlan, serverName } from "./schedule.ts";
import { scriptOf } from "./scriptOf.ts";
import { textOfWire } from "./truth.ts";

type Versions = Map<string, readonly FileVersion[]>;

/** One server through all rounds: each has a new one under another port, with the files that the one before had at its end. */
export class ServerStory {
  readonly name: string;
  readonly plan: ServerPlan;
  /** See `ServerEvidence`. */
  readonly allowed = new Set<string>();
  readonly #files = new Map<string, ScriptedFile>();
  readonly #ever: Versions = new Map();
  readonly #timeOf: (modified: string) => string;

  constructor(plan: ServerPlan, place: number) {
    this.name = serverName(place);
    this.plan = plan;
    this.#timeOf = plan.listing === "LIST" && plan.listTimes === "minutes" ? recentTime : (modified) => modified;
    for (const [path, { size, seed, modified, said, listed }] of Object.entries(plan.files)) {
      const lies = { ...(said !== undefined && { size: said }), ...(listed !== undefined && { listedSize: listed }) };
      this.#files.set(path, { bytes: { size, seed }, modified: this.#timeOf(modified), ...lies });
    }
  }

  start(changes: readonly FileChange[], faults: readonly ServerFault[]): Promise<ScriptedServer> {
    for (const { path, change } of changes) {
      if (change === null) this.#files.delete(path);
      else {
        const { size, seed, modified } = change;
        this.#files.set(path, { bytes: { size, seed }, modified: this.#timeOf(modified) });
      }
    }
    const timed = faults.map((fault) => ({ ...fault, does: this.#timed(fault.does) }));
    return startScriptedServer({ ...scriptOf(this.plan, this.#files, timed), ...ownAddress() });
  }

  #timed(does: FaultAction): FaultAction {
    if (does.kind !== "change" || does.change === null) return does;
    return { ...does, change: { ...does.change, modified: this.#timeOf(does.change.modified) } };
  }

  /** What the server of a round knows at its end. */
  tell(
    server: ScriptedServer,
  ): Pick<
    ServerEvidence,
    "versions" | "steady" | "ever" | "lies" | "takenBack" | "struck" | "mostConnected" | "mostLoggedIn" | "openSockets"
  > {
    const versions: Versions = new Map(server.paths().map((path) => [textOfWire(path), server.versions(path)]));
    for (const [path, of] of versions) this.#ever.set(path, [...(this.#ever.get(path) ?? []), ...of]);
    const steady = new Set(
      [...versions].filter(([path, of]) => this.#files.has(path) && isSteady(of)).map(([path]) => path),
    );
    const lies = new Map([...this.#files].flatMap(([path, file]) => liesOf(path, file)));
    const takenBack = new Set(
      server
        .paths()
        .filter((path) => isTakenBack(server.retrievals(path)))
        .map(textOfWire),
    );
    this.#goOn(versions);
    const { struck, mostConnected, mostLoggedIn, openSockets } = server;
    return {
      versions,
      steady,
      ever: new Map(this.#ever),
      lies,
      takenBack,
      struck,
      mostConnected,
      mostLoggedIn,
      openSockets,
    };
  }

  /** The next round's files. Sizes are lied about until the file changes. */
  #goOn(versions: Versions): void {
    for (const [path, of] of versions) {
      const now = of.find(({ went }) => went === undefined);
      if (now === undefined) this.#files.delete(path);
      else if (of.length > 1 || !this.#files.has(path))
        this.#files.set(path, { bytes: now.bytes, modified: now.modified });
    }
  }
}

let addresses = 0;

/**
 * A loopback address that no other server of this or another job has now: many listen at once, and while one restarts another must not
 * be given its port. Elsewhere than on Linux there is but one, and luck.
 */
function ownAddress(): { readonly host?: string } {
  if (process.platform !== "linux") return {};
  const number = addresses++ % 0xffff;
  return { host: `127.${1 + (process.pid % 254)}.${number >> 8}.${1 + ((number & 0xff) % 254)}` };
}

function isTakenBack(retrievals: ReturnType<ScriptedServer["retrievals"]>): boolean {
  return retrievals.length > 0 && retrievals.every((how) => how === "taken back");
}

function isSteady(versions: readonly FileVersion[]): boolean {
  return versions.length === 1 && versions[0]?.went === undefined;
}

function liesOf(path: string, { size, listedSize }: ScriptedFile): [string, Lie][] {
  if (size === undefined && listedSize === undefined) return [];
  return [
    [path, { ...(size !== undefined && { said: size }), ...(listedSize !== undefined && { listed: listedSize }) }],
  ];
}
