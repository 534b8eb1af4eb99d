import type { Jobs } from "../../src/config/connections.ts";
import type { Segments } from "../../src/config/segmentsKind.ts";
import type { ServerKind } from "../servers/installed.ts";

/** Of what happens in a round; `npm run test:kills -- --kind` chooses among them. */
export const BLOW_KINDS = ["kill", "term", "disk", "restart", "stall"] as const;
export type BlowKind = (typeof BLOW_KINDS)[number];

/** How the stages stand: in three commands, in more, in one process. */
export const FORMS = ["pipe", "filter", "exec", "harvest", "yaml"] as const;
export type Form = (typeof FORMS)[number];

/** A process that a signal goes to. `program`: the one that `ftp-exec` runs. `all`: the process group, as Ctrl-C in a terminal. */
export type Victim =
  | "ftp-list"
  | "ftp-filter"
  | "ftp-exec"
  | "program"
  | "ftp-fetch"
  | "ftp-report"
  | "ftp-harvest"
  | "all";

/** When a blow falls: by what is done, then a little later, since no stage works in step with what can be seen. */
export interface Moment {
  /** `begun`: the processes are there. `listed`, `fetched`: so many records came by. `landed`: so many bytes lie in the buffer. */
  readonly seen: "begun" | "listed" | "fetched" | "landed";
  /** From 0 to 1: of the files; of the bytes that the buffer lacks. */
  readonly share: number;
  readonly later_ms: number;
}

/** What befalls one harvest. */
export type Blow = Signal | FullDisk | Restart | Stall;

interface Signal {
  readonly kind: "kill" | "term";
  readonly form: Form;
  readonly moment: Moment;
  readonly name: "SIGKILL" | "SIGTERM" | "SIGINT" | "SIGHUP";
  readonly victim: Victim;
  /** So much later it comes a second time, unless null. */
  readonly again_ms: number | null;
}

interface FullDisk {
  readonly kind: "disk";
  readonly form: Form;
  /** The disk of the files, of TMPDIR, or of the journals. */
  readonly disk: "buffer" | "temporary" | "state";
  /** From 0 to 1: of the bytes that the buffer lacks so many have room. The other disks take nothing at all. */
  readonly room: number;
}

interface Restart {
  readonly kind: "restart";
  readonly form: Form;
  readonly moment: Moment;
  readonly down_ms: number;
  readonly retries: number;
}

interface Stall {
  readonly kind: "stall";
  readonly form: Form;
  readonly moment: Moment;
  readonly frozen_ms: number;
  readonly retries: number;
}

/** How one harvest fetches: keys of its configuration. What came in segments is gone on with in others, or in one stream. */
export interface Way {
  readonly connections: Jobs;
  readonly segments: Segments;
  /** Bytes a second from all servers together; 0: as many as come. */
  readonly rate: number;
}

/** Some harvests that end badly, one after the other in one folder, then one that nothing befalls. */
export interface Round {
  readonly seed: number;
  /** Those that the configuration names; restarts and stalls befall the first. */
  readonly servers: readonly ServerKind[];
  readonly blows: readonly Blow[];
  readonly last: Form;
  /** Of each harvest in its turn, the last one included; there may be more. */
  readonly ways: readonly Way[];
}
