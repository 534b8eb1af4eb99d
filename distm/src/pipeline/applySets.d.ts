import type { Problems } from "../config/problems.ts";
import type { StepDraft } from "./stepDraft.ts";
/**
 * Puts the values of `--set` in the place of the file's own. They are taken as they are: variables are for the shell to replace there.
 * Several for one option: the last one holds.
 */
export declare function applySets(sets: readonly string[], drafts: readonly (StepDraft | undefined)[], problems: Problems): void;
