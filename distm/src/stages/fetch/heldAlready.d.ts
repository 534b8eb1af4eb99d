import type { ServerSettings } from "../../config/server.ts";
import type { Sink, SinkFile } from "../../sink/sink.ts";
import type { Claimed } from "./claims.ts";
import type { WantedFile } from "./wantedFile.ts";
interface HeldPlace {
    readonly sink: Sink;
    readonly settings: Pick<ServerSettings, "if_exists" | "timezone">;
}
/**
 * The file that is here already with the listed size and time; undefined where it must be fetched. In a folder that this harvest has made nothing
 * is looked for before the file has come once: that saves a system call for each file of a first harvest. Throws a `Fault`.
 */
export declare function heldAlready(file: WantedFile, here: SinkFile, { sink, settings }: HeldPlace, claimed: Claimed): {
    readonly local: string;
    readonly size: number;
} | undefined;
export {};
