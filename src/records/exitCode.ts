/**
 * Folds exit codes into the one that a command ends with. Ended by a signal (130, 143) goes first, then 3 (the stream was cut,
 * empty or damaged), 2 (nothing was started), 1 (something failed), 0. Of several signals the first one given counts, so a
 * stage gives its own code first. Without codes: 0.
 */
export function foldCodes(...codes: readonly number[]): number {
  return codes.reduce((worst, code) => (rank(code) > rank(worst) ? code : worst), 0);
}

/** A shell adds 128 to the number of the signal that ended a process. */
const SIGNAL = 128;
const RANK_OF_SIGNAL = 4;

function rank(code: number): number {
  if (code >= SIGNAL) return RANK_OF_SIGNAL;
  // No command of ours ends with 4 to 127, so such a code comes from elsewhere: something failed there.
  return code > 3 ? 1 : code;
}
