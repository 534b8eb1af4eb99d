/** What a command says of the error that ended it: the operator's own business in his words, else it is a bug of ours. */
export declare function brokenWords(command: string, error: unknown): string;
