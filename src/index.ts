/** The public API: what flows between stages, for programs that read or write the stream. */
export { CODES, type Code } from "./records/codes.ts";
export type {
  AnyRecord,
  DownloadRecord,
  Ending,
  EndRecord,
  FailureRecord,
  FileRecord,
  HarvestedRecord,
  HarvestRecord,
  InputEnding,
  ListedRecord,
  ServerRecord,
  SkippedRecord,
} from "./records/record.ts";
