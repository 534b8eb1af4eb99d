import type { OptionValues } from "../../config/options.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
import type { fileSelectionOptions } from "../list/fileSelectionOptions.ts";
/** Makes the choice that a listing with these options would have made, of records that are here already. */
export declare function chosenFiles(options: OptionValues<typeof fileSelectionOptions>, context: Pick<StageContext, "settings">): (record: AnyRecord) => boolean;
