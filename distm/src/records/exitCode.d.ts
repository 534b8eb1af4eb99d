/**
 * Folds exit codes into the one that a command ends with. Ended by a signal (129, 130, 143) goes first, then 3 (the stream was cut,
 * empty or damaged), 2 (nothing was started), 1 (something failed), 0. Of several signals the first one given counts, so a
 * stage gives its own code first. Without codes: 0.
 */
export declare function foldCodes(...codes: readonly number[]): number;
