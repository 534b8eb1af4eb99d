import type { DiskPace } from "./diskPace.ts";
import type { Durability } from "./durability.ts";
import type { RealFolders } from "./realFolders.ts";
import type { Arriving } from "./sink.ts";

/** Where a file's bytes go. Paths in the spelling of `folders`. */
export interface Place {
  readonly folders: RealFolders;
  readonly folder: string;
  readonly target: string;
  /** The target's absolute path for people and records. */
  readonly local: string;
}

/** A part file with bytes of the version that is to come. */
export interface KeptPart {
  readonly path: string;
  readonly bytes: number;
}

/** How the part file of a file is called, and what is known of it. */
export interface PartOfFile {
  /** See `createPart`. */
  readonly name: (copy: number) => string;
  /** Bytes of the same version may be gone on with later. */
  readonly mayKeep: boolean;
  readonly kept: KeptPart | undefined;
  /** Called once, at the end; with the part file that is left for another try. */
  readonly done: (file: Arriving, kept: KeptPart | undefined) => void;
}

/** How a sink writes. */
export interface Writing {
  readonly pace: DiskPace;
  /** With it a file is on the disk before it has its name. */
  readonly durable: Durability | undefined;
}
