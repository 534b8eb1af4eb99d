type Schema = Readonly<Record<string, unknown>>;
/** JSON Schema of cfg.yaml (draft 7, which editors know best), made from the table of keys. */
export declare function configSchema(): Schema;
export {};
