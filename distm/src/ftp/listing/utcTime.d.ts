/** `YYYYMMDDHHMMSS[.sss]`, always UTC (RFC 3659 §2.3), as `FileRecord.modified`; null when there is no such time. Fractions are cut to milliseconds. */
export declare function utcTime(text: string): string | null;
