import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TinyDisk, tinyDisk } from "../flow/tinyDisk.ts";
import { Shell } from "../pipes/shell.ts";
import type { ServerKind } from "../servers/installed.ts";
import { untilNoneRuns } from "./remains.ts";
import type { Blow, Way } from "./round.ts";
import type { World } from "./world.ts";

const PAGE_BYTES = 4096;
const AMPLE_BYTES = 256 * 1024 * 1024;

/** A log-in to a server that starts again fails at once, again and again: it must not count as dead for that. */
const PATIENT = { give_up_after: 1000, retry_delay: "200ms" };

/** Where one round takes place: a shell whose buffer, state folder and TMPDIR lie on disks of their own. */
export class Site implements AsyncDisposable {
  readonly shell = new Shell();
  readonly #disks = new Map<"buffer" | "temporary" | "state", TinyDisk>();

  constructor() {
    for (const name of ["buffer", "temporary", "state"] as const) {
      const disk = tinyDisk(AMPLE_BYTES);
      if (disk === undefined) throw new Error("nothing may be mounted here: run it as root");
      this.#disks.set(name, disk);
      symlinkSync(disk.folder, this.shell.path(name));
    }
  }

  get environment(): Readonly<Record<string, string>> {
    return { TMPDIR: this.shell.path("temporary") };
  }

  /** The folders themselves, not the links onto them. */
  get folders(): { readonly buffer: string; readonly temporary: string; readonly state: string } {
    return {
      buffer: this.#disk("buffer").folder,
      temporary: this.#disk("temporary").folder,
      state: this.#disk("state").folder,
    };
  }

  /** Bytes in the buffer, in whole pages. */
  get landed(): number {
    return this.#disk("buffer").used();
  }

  /** Writes `cfg.yaml` for what is about to happen; undefined: nothing. */
  configure(world: World, kinds: readonly ServerKind[], way: Way, blow: Blow | undefined): void {
    const servers = [...world.servers]
      .filter(([kind]) => kinds.includes(kind))
      .map(([kind, { host, port, user, password }]) => [kind, { host, port, user, password }] as const);
    const defaults = blow?.kind === "restart" || blow?.kind === "stall" ? { ...PATIENT, retries: blow.retries } : {};
    const timeout = blow?.kind === "stall" ? { timeout: "1s" } : {};
    const { rate, ...fetching } = way;
    const keys = { ...defaults, ...timeout, ...fetching };
    this.shell.configure(Object.fromEntries(servers), keys, { rate: `${rate}B/s` });
  }

  /** Leaves this much room on a disk, in bytes; less than nothing is nothing. */
  fill(name: "buffer" | "temporary" | "state", room: number): void {
    const disk = this.#disk(name);
    // A tmpfs of no size at all would be one without a limit.
    writeFileSync(join(disk.folder, "ballast"), Buffer.alloc(PAGE_BYTES));
    disk.resize(disk.used() + Math.max(0, Math.floor(room / PAGE_BYTES)) * PAGE_BYTES);
  }

  /** All disks have room again. */
  relieve(): void {
    for (const disk of this.#disks.values()) {
      disk.resize(AMPLE_BYTES);
      rmSync(join(disk.folder, "ballast"), { force: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shell[Symbol.asyncDispose]();
    // Killed or not: a disk that somebody has a file open on can't be unmounted.
    await untilNoneRuns(this.shell);
    for (const disk of this.#disks.values()) disk[Symbol.dispose]();
  }

  #disk(name: "buffer" | "temporary" | "state"): TinyDisk {
    const disk = this.#disks.get(name);
    if (disk === undefined) throw new Error(`no disk ${name}`);
    return disk;
  }
}
