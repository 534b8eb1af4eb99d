/** One process, told apart from every other one, also from a later one that was given the same pid. */
export interface ProcessIdentity {
    readonly pid: number;
    /** When it started: clock ticks since boot on Linux, else the time that `ps` shows; empty where nobody can tell. */
    readonly start: string;
    /** Where its pid means something: the host's name, with the pid namespace when that is a container's own. */
    readonly host: string;
    /** The boot that it belongs to; empty where the system does not say. */
    readonly boot: string;
}
/** This process. Looked up once. */
export declare function thisProcess(): ProcessIdentity;
/**
 * Whether a process still lives. `elsewhere`: it belongs to another host or container, and nobody here can tell. A zombie is
 * gone: it was killed, and its parent has not asked yet how.
 */
export declare function lives(identity: ProcessIdentity): "alive" | "gone" | "elsewhere";
/** Whether a value read from a file is an identity. */
export declare function isProcessIdentity(value: unknown): value is ProcessIdentity;
