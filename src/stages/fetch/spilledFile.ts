import type { Codec } from "../../flow/spillQueue.ts";
import { Fault } from "../../records/fault.ts";
import { parseRecord } from "../../records/parseRecord.ts";
import { isWanted, type WantedFile, wantedFile } from "./wantedFile.ts";

/** A file that waits on disk: its record. */
export const spilledFile: Codec<WantedFile> = {
  write: ({ record }) => JSON.stringify(record),
  read(text) {
    const record = parseRecord(text);
    if (typeof record === "string" || !isWanted(record))
      throw new Fault("disk", "a record was put aside and is damaged");
    return wantedFile(record);
  },
};
