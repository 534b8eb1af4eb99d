import { execStage } from "../stages/exec.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { operatorOf, type StageOperator } from "./operatorOf.ts";

/** Walks servers: adds `file` records and a `listed` record behind each `server` record. */
export const listFiles: StageOperator<typeof listStage.options> = operatorOf(listStage);

/** Fetches files: one `download` or `failure` for each `file` record, and a `harvested` record for each server. */
export const fetchFiles: StageOperator<typeof fetchStage.options> = operatorOf(fetchStage);

/** Sends records through any program, or runs one for each file that was fetched. */
export const execCommand: StageOperator<typeof execStage.options, "command"> = operatorOf(execStage);
