import type { StageContext } from "../stages/context.ts";
import { type OfflineContextRequest } from "./offlineContext.ts";
export interface ContextRequest extends OfflineContextRequest {
    /** Stands for the configuration that records name. */
    readonly config: string | undefined;
    /** Connections to one server, for all stages of this process: they share its sessions. */
    readonly jobs?: number | undefined;
}
/** What the stages of this process work with. */
export declare function openContext(request: ContextRequest): StageContext;
