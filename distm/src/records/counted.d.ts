/** `1 file`, `2 files`. */
export declare function counted(count: number, thing: string): string;
