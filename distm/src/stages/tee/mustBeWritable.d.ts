/** Found out before anything has started. Throws a `UsageError`. */
export declare function mustBeWritable(file: string): void;
