import type { AnyRecord } from "../records/record.ts";
import type { SeenRecords } from "./endingSeen.ts";
import { type Source } from "./endingSource.ts";
/**
 * The control records of the sources' journals that were not in the input, each once, read from the files as they are asked for.
 *
 * Some sources only add to servers that appear anyway, in the input or in other journals:
 * - a closed one: its reader had enough (`head -5`), what came later was not asked for, and its `end` is of no interest;
 * - `servers`: its `server` records are what a filter behind it chooses from (`ftp-servers cfg.yaml | grep -v branch-007`).
 */
export declare function missedRecords(sources: readonly Source[], seen: SeenRecords, appeared: Set<string>): AsyncGenerator<AnyRecord>;
