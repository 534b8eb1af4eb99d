/** What a client does for one harvest, in the words of bash. */
export interface ClientWork {
  /** Each is one process, or one pipe of them. One that reads its input takes it with `<&5`: bash gives nothing else to a background command. */
  readonly commands: readonly string[];
  /** How many of them run at the same time. */
  readonly atOnce: number;
  /** Commands on both sides of it in a pipe; what they cost is not counted. */
  readonly feeder?: string;
  readonly taker?: string;
}

/**
 * The script that runs it: `pid` takes the id of the shell whose descendants are the client, `cost` the real, user and system seconds of all
 * that this shell has waited for. (A shell's own count needs no control groups and no root, and misses only what outlives its parent.)
 */
export function clientScript({ commands, atOnce, feeder, taker }: ClientWork, pid: string, cost: string): string {
  const measured = [
    `echo "$BASHPID" > ${quoted(pid)}`,
    "exec 5<&0",
    "TIMEFORMAT='%3R %3U %3S'",
    "live=0 code=0 pids=()",
    `next() { if ((live < ${atOnce})); then live=$((live + 1)); else wait -n; fi; }`,
    "{ time {",
    // In a shell of its own, which a single command replaces: of a pipe that is over before it is waited for, bash remembers its last process only.
    ...commands.map((command) => `next\n(\n${command}\n) &\npids+=($!)`),
    // `wait -n` forgets some that end together; by its id each is remembered.
    `for pid in "\${pids[@]}"; do wait "$pid" || code=$?; done`,
    `} 2>&4; } 4>&2 2> ${quoted(cost)}`,
    "exit $code",
  ].join("\n");
  const before = feeder === undefined ? "" : `${feeder} | `;
  const after = taker === undefined ? "" : ` | ${taker}`;
  return `set -o pipefail\n${before}(\n${measured}\n)${after}`;
}

/** A word that bash takes as it is. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command of words, none of which means anything to bash. */
export function commandOf(words: readonly (string | number)[]): string {
  return words.map((word) => quoted(String(word))).join(" ");
}
