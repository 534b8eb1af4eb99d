/** Where something stands in a file; both from 1. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** `cfg.yaml:7:13: what is wrong`. */
export declare function placed(file: string, at: Position | undefined, message: string): string;
