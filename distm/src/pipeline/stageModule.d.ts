import type { Stage } from "../stages/stage.ts";
/** A module that exports stages made with `defineStage`. */
export interface StageModule {
    /** Absolute path. */
    readonly path: string;
    readonly stages: readonly Stage[];
}
/** Loads the module that a pipeline's file names. Throws an `UnusableModule`. */
export type ImportStages = (specifier: string, file: string) => Promise<StageModule>;
/** A module that gives no stages, in words that follow its name. */
export declare class UnusableModule extends Error {
    readonly name = "UnusableModule";
}
/** As `import` finds it: a path that begins with `.` or `/` is relative to the file, else it is a package's name. */
export declare const importStages: ImportStages;
