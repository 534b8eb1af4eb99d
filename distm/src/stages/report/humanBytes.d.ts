/** Bytes for people: `812 B`, `1.8 KiB`, `42.0 GiB`. */
export declare function humanBytes(bytes: number): string;
