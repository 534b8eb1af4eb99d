import type { StageContext } from "../stages/context.ts";
import type { World } from "./world.ts";
export interface OfflineContextRequest {
    readonly by: string;
    /** The run: begun here, or learnt from the input. */
    readonly run: () => string;
    readonly signal: AbortSignal;
    /** Told of damaged input beside that of the stream itself. */
    readonly onDamage?: () => void;
    /** Told how saved streams ended. */
    readonly onEnding?: StageContext["ending"];
    readonly world: World;
}
/** What stages work with that ask for no server: neither configurations nor FTP are loaded for them. */
export declare function offlineContext(request: OfflineContextRequest): StageContext;
