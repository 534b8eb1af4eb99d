import type { OptionTable, OptionValues } from "../config/options.ts";
import type { Stage } from "../stages/stage.ts";
import type { CommandRun } from "./main.ts";
import { type StageCommand } from "./stageCommand.ts";
/** The command of a stage that stands in the middle of a pipe: its options as flags, its main option as operand, too. */
export declare function stepCommand(stage: Stage, author?: StageCommand["author"]): CommandRun;
/** Not more servers at once than open files allow. */
export declare function fitted<V extends OptionValues<OptionTable>>(values: V): V;
