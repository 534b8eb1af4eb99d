import { type ProcessIdentity } from "../records/processIdentity.ts";
import { type Holder } from "./lockFile.ts";
/** Who keeps a lock from being taken, for people. */
export declare function describeHolder(path: string, { run, since, ...holder }: Holder): string;
/** The same while the lock file is being changed by somebody else. */
export declare function describeBusy(path: string, owner: ProcessIdentity | undefined): string;
