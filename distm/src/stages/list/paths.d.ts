/** A path on a server, made absolute and free of `.`, `..`, double and trailing slashes. */
export declare function join(from: string, path: string): string;
/** The deepest folder that holds all of the (absolute) paths. */
export declare function commonParent(paths: readonly string[]): string;
/** The path of what has this name in a folder. */
export declare function below(folder: string, name: string): string;
