import type { Codec } from "../../flow/spillQueue.ts";
import { type WantedFile } from "./wantedFile.ts";
/** A file that waits on disk: its record. */
export declare const spilledFile: Codec<WantedFile>;
