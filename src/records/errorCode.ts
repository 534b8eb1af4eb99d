/** The system's word for what went wrong, such as `ENOENT`; empty for errors that are not the system's. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
