import { dedupeStage } from "../stages/dedupe.ts";
import { execStage } from "../stages/exec.ts";
import { fetchStage } from "../stages/fetch.ts";
import { filterStage } from "../stages/filter.ts";
import { limitStage } from "../stages/limit.ts";
import { listStage } from "../stages/list.ts";
import { mapStage } from "../stages/map.ts";
import { teeStage } from "../stages/tee.ts";
import { type StageOperator } from "./operatorOf.ts";
/** Walks servers: adds `file` records and a `listed` record behind each `server` record. */
export declare const listFiles: StageOperator<typeof listStage.options>;
/** Chooses among files; all other records pass. */
export declare const filterFiles: StageOperator<typeof filterStage.options>;
/** Changes fields of records: `mapFields({ set: { name: "2026/{name}" } })`. */
export declare const mapFields: StageOperator<typeof mapStage.options>;
/** Lets the first files through and ends the stream then: `limitFiles(5)`. */
export declare const limitFiles: StageOperator<typeof limitStage.options, "count">;
/** Lets each file through once. */
export declare const dedupeFiles: StageOperator<typeof dedupeStage.options, "by">;
/** Sends records through any program, or runs one for each file that was fetched. */
export declare const execCommand: StageOperator<typeof execStage.options, "command">;
/** Keeps a copy of all records in a file, which `recordsFrom` reads back. */
export declare const teeRecords: StageOperator<typeof teeStage.options, "file">;
/** Fetches files: one `download` or `failure` for each `file` record, and a `harvested` record for each server. */
export declare const fetchFiles: StageOperator<typeof fetchStage.options>;
