/** The system's word for what went wrong, such as `ENOENT`; empty for errors that are not the system's. */
export declare function errorCode(error: unknown): string;
