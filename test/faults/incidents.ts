/** Warnings of this process, and promises that failed unseen, oldest first. Several schedules run at once: all of them are told. */
export const incidents: string[] = [];

/** From now on. */
export function watchIncidents(): void {
  process.on("warning", ({ name, message }) => incidents.push(`${name}: ${message}`));
  process.on("unhandledRejection", (reason) => incidents.push(`unhandled: ${textOf(reason)}`));
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
