/** The public API: the stages as RxJS operators, whole harvests, and what it takes to write a stage of one's own. */

export { asCommand } from "./cli/asCommand.ts";
export type { BackendWord } from "./config/backendOptions.ts";
export type { Kind } from "./config/kinds.ts";
export * as kinds from "./config/kinds.ts";
export type { Option, OptionInputs, OptionTable, OptionValues } from "./config/options.ts";
export { boundedMergeMap } from "./embed/boundedMergeMap.ts";
export { withSurroundings } from "./embed/enclosed.ts";
export { fromBatches } from "./embed/fromBatches.ts";
export { type HarvestOptions, harvest } from "./embed/harvest.ts";
export { type Harvest, type OpenHarvestOptions, openHarvest } from "./embed/openHarvest.ts";
export { operatorOf, type StageOperator } from "./embed/operatorOf.ts";
export {
  dedupeFiles,
  execCommand,
  fetchFiles,
  filterFiles,
  limitFiles,
  listFiles,
  mapFields,
  teeRecords,
} from "./embed/operators.ts";
export { recordsFrom } from "./embed/recordsFrom.ts";
export { report } from "./embed/report.ts";
export { servers } from "./embed/servers.ts";
export type { SurroundingsOptions } from "./embed/surroundings.ts";
export { type BackendChoice, withBackend } from "./embed/withBackend.ts";
export { iterate } from "./flow/iterate.ts";
export {
  type Backend,
  type BackendRequest,
  inlineBackend,
  type Step,
  type StepDescription,
} from "./pipeline/backend.ts";
export { CODES, type Code } from "./records/codes.ts";
export { Fault, UsageError } from "./records/fault.ts";
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
  SourceRecord,
} from "./records/record.ts";
export type { StageContext } from "./stages/context.ts";
export type { ServerResult } from "./stages/report/judge.ts";
export type { ResultFailure, ResultFile, ResultOutcome } from "./stages/report/outcomes.ts";
export type { ResultFormat, ResultRow, ResultSet } from "./stages/report/resultSet.ts";
export { defineStage, type Scope, type Stage } from "./stages/stage.ts";
export { Workplace, type WorkplaceRequest } from "./threads/workplace.ts";
