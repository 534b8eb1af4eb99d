import api from "./index.cjs";
export const { CODES, Fault, UsageError, asCommand, boundedMergeMap, dedupeFiles, defineStage, execCommand, fetchFiles, filterFiles, fromBatches, harvest, inlineBackend, iterate, kinds, limitFiles, listFiles, mapFields, openHarvest, operatorOf, recordsFrom, report, servers, teeRecords, withSurroundings } = api;
