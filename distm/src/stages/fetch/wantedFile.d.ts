import type { ServerSettings } from "../../config/server.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { SinkFile } from "../../sink/sink.ts";
/** A file to fetch: what a `file` record must say, and what it may leave out. */
export interface WantedFile {
    /** As it came, for the fields that nobody here knows. */
    readonly record: AnyRecord;
    readonly server: string;
    /** "" when the record names none; `--config` may stand for it. */
    readonly config: string;
    readonly path: string;
    readonly name: string;
    readonly size: number | null;
    readonly modified: string | null;
    readonly raw: string | undefined;
}
/** Whether a record is a `file` record with what it takes to fetch it. Records may come from `jq` or from people. */
export declare function isWanted(record: AnyRecord): record is NamedRecord;
type NamedRecord = AnyRecord & Pick<WantedFile, "server" | "path" | "name">;
/** What else the record says; what is not of its kind is taken for unknown. */
export declare function wantedFile(record: NamedRecord): WantedFile;
/** The file as the sink needs to know it, of no version yet. Throws a `Fault` if its path has no bytes in the server's encoding. */
export declare function sinkFile(file: WantedFile, { encoding, local_names }: Pick<ServerSettings, "encoding" | "local_names">): SinkFile;
export {};
