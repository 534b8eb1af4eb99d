/** One line of a directory listing, as far as it could be understood. Names are bytes: FTP has no promise on encodings. */
export interface Entry {
    /** The name's bytes, one character a byte (latin1), as they came. Never decoded here. */
    readonly name: string;
    readonly kind: "file" | "directory" | "link" | "other";
    /** Bytes; null if the line does not say. For a link this is whatever the server sent and means nothing. */
    readonly size: number | null;
    /** As in `FileRecord.modified`: ends in `Z` from MLSD, without a zone from LIST, as precise as the line. */
    readonly modified: string | null;
    /** What a link points to, where the line says so; bytes as latin1. */
    readonly target?: string;
}
/**
 * Understands one line (without its line end, bytes as latin1). Returns an entry; "ignored" for the entries of the directory
 * itself and its parent, "sum" for `total 4`; or "rejected" for lines nobody can read.
 */
export type LineParser = (line: string, now: Date) => Entry | "ignored" | "sum" | "rejected";
