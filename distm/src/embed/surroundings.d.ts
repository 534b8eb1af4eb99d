import type { Environment } from "../config/variables.ts";
import { Gate } from "../flow/gate.ts";
import type { StageContext } from "../stages/context.ts";
import type { ReportBelow } from "./reportBelow.ts";
/** What a harvest may be given of the world around it. */
export interface SurroundingsOptions {
    /**
     * Aborted: nothing more is begun and every connection is closed. What was left undone is still told, in `failure` and `harvested`
     * records, and the stream completes.
     */
    readonly signal?: AbortSignal | undefined;
    /** Stands for `process.env`: `${NAME}` in configurations, `FTP_HARVEST_STATE`, `HOME`. */
    readonly env?: Environment | undefined;
    /** Takes what the commands say on stderr, a line at a time. Without it only damaged input is told, as a warning of the process. */
    readonly onNote?: ((message: string) => void) | undefined;
}
/**
 * What all operators of one harvest share: its run, its configurations, one pool of sessions a server, its watermark. Closed when the
 * last of them is over.
 */
export declare class Surroundings {
    #private;
    readonly run: string;
    constructor(options: SurroundingsOptions);
    get closed(): boolean;
    /** Where the harvest's sources wait. `outer` is the gate that the harvest itself stands behind, known when it is subscribed to. */
    gateWithin(outer: Gate | undefined): Gate;
    /** One more works here. Returns how it leaves; the last one closes everything. */
    enter(): () => void;
    /**
     * Connections to one server, for listing and fetching alike: they share its sessions. The first word counts, which is that of the
     * last stage, since streams are subscribed to from their end.
     */
    prefer(jobs: unknown): void;
    /** What a stage is given to work with. */
    context(stage: string, report: ReportBelow): StageContext;
    /** Ends all work. What was still parked waits for nobody: the gate must not stay shut for those who stand behind it. */
    close(): void;
}
