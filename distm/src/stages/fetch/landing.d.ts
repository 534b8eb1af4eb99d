import type { Session } from "../../ftp/session.ts";
import type { SinkFile } from "../../sink/sink.ts";
import type { Tries } from "../onSession.ts";
import type { OpenDesk } from "./desk.ts";
import { type Verified } from "./verification.ts";
import type { WantedFile } from "./wantedFile.ts";
/** A file that is here, whole and under its name. */
export interface Landed extends Verified {
    readonly local: string;
    readonly size: number;
    readonly changed?: {
        readonly size: number;
        readonly modified: string | null;
    };
    readonly resumed_from?: number;
}
/** One file on its way here, over all its tries. */
export declare class Landing {
    #private;
    /** Throws a `Fault` for a file that is larger than it may be: it costs no connection. */
    constructor(file: WantedFile, here: SinkFile, place: OpenDesk, tries: Tries);
    /** One try. In the end the file is there whole under its name, or nothing is. Rejects with a `Fault`. */
    on(session: Session): Promise<Landed>;
}
