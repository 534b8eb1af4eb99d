/** An option's name as a flag: `newerThan` is `newer-than`. */
export declare function kebab(name: string): string;
/** An option's name as a YAML key: `newerThan` is `newer_than`. */
export declare function snake(name: string): string;
