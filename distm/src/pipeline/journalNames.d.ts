/** Id of a new harvest, in the order of time when sorted: `20261124-013815-7f3a09bc`. */
export declare function newRunId(now?: Date): string;
/** Name of a new stage process: `list-7f3a09bc`. */
export declare function newBy(stage: string): string;
