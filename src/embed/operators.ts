import { dedupeStage } from "../stages/dedupe.ts";
import { execStage } from "../stages/exec.ts";
import { fetchStage } from "../stages/fetch.ts";
import { filterStage } from "../stages/filter.ts";
import { limitStage } from "../stages/limit.ts";
import { listStage } from "../stages/list.ts";
import { mapStage } from "../stages/map.ts";
import { teeStage } from "../stages/tee.ts";
import { operatorOf, type StageOperator } from "./operatorOf.ts";

/** Walks servers: adds `file` records and a `listed` record behind each `server` record. */
export const listFiles: StageOperator<typeof listStage.options> = operatorOf(listStage);

/** Chooses among files; all other records pass. */
export const filterFiles: StageOperator<typeof filterStage.options> = operatorOf(filterStage);

/** Changes fields of records: `mapFields({ set: { name: "2026/{name}" } })`. */
export const mapFields: StageOperator<typeof mapStage.options> = operatorOf(mapStage);

/** Lets the first files through and ends the stream then: `limitFiles(5)`. */
export const limitFiles: StageOperator<typeof limitStage.options, "count"> = operatorOf(limitStage);

/** Lets each file through once. */
export const dedupeFiles: StageOperator<typeof dedupeStage.options, "by"> = operatorOf(dedupeStage);

/** Sends records through any program, or runs one for each file that was fetched. */
export const execCommand: StageOperator<typeof execStage.options, "command"> = operatorOf(execStage);

/** Keeps a copy of all records in a file, which `recordsFrom` reads back. */
export const teeRecords: StageOperator<typeof teeStage.options, "file"> = operatorOf(teeStage);

/** Fetches files: one `download` or `failure` for each `file` record, and a `harvested` record for each server. */
export const fetchFiles: StageOperator<typeof fetchStage.options> = operatorOf(fetchStage);
