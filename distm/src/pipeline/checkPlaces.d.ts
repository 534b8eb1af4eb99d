import type { Problems } from "../config/problems.ts";
import type { KnownStage } from "./knownStages.ts";
import type { StepDraft } from "./stepDraft.ts";
/** A source stands first and nowhere else, what ends a pipeline stands last. */
export declare function checkPlaces(drafts: readonly (StepDraft | undefined)[], known: readonly KnownStage[], problems: Problems): void;
