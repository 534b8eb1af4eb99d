/** Id of a new harvest, in the order of time when sorted: `20261124-013815-7f3a09bc`. */
export function newRunId(now: Date = new Date()): string {
  const [day = "", time = ""] = now.toISOString().replace(/[-:]/g, "").split(/[T.]/);
  return `${day}-${time}-${random()}`;
}

/** Name of a new stage process: `list-7f3a09bc`. */
export function newBy(stage: string): string {
  return `${stage}-${random()}`;
}

/** 32 bits: among a thousand stage processes of one report, two share a name once in ten thousand times. */
function random(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(4))).toString("hex");
}
