/**
 * Folds exit codes into the one that a command ends with. Ended by a signal (129, 130, 143) goes first, then 3 (the stream was cut,
 * empty or damaged), 2 (nothing was started), 1 (something failed), 0. Of several signals the first one given counts, so a
 * stage gives its own code first. Without codes: 0.
 */
export function foldCodes(...codes: readonly number[]): number {
  return codes.map(ours).reduce((worst, code) => (rank(code) > rank(worst) ? code : worst), 0);
}

/** A shell adds 128 to the number of the signal that ended a process. */
const SIGNAL = 128;

/** No command of ours ends with 4 to 127: such a code comes from elsewhere, and something failed there. */
function ours(code: number): number {
  return code > 3 && code < SIGNAL ? 1 : code;
}

function rank(code: number): number {
  return Math.min(code, SIGNAL);
}
