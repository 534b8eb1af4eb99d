/** How many servers at once the limit on open files leaves room for. */
export declare function serversThatFit(limits?: string): number;
