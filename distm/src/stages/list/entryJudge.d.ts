import type { Entry } from "../../ftp/listing/entry.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Findings } from "./findings.ts";
import type { Folder } from "./foldersToWalk.ts";
import type { NameTwins } from "./nameTwins.ts";
import type { SubFolders } from "./subFolders.ts";
import type { WalkRequest } from "./walkRequest.ts";
import type { WalkSessions } from "./walkSessions.ts";
/** What the judge of a walk works with. */
interface Surroundings {
    readonly findings: Findings;
    readonly sessions: WalkSessions;
    /** Of the folder that the entries are in. */
    readonly twins: NameTwins;
}
/** Says what becomes of each entry of a listing. */
export declare class EntryJudge {
    #private;
    constructor(request: WalkRequest, { findings, sessions, twins }: Surroundings);
    /** One entry: a file record, a folder to walk (no record), or the reason why it is neither. */
    look(entry: Entry, folder: Folder, inner: SubFolders): AnyRecord | undefined | Promise<AnyRecord | undefined>;
}
export {};
