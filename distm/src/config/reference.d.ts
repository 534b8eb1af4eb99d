/** The table of all keys of cfg.yaml, as markdown. */
export declare function configReference(): string;
