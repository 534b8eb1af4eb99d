/** JSON Schema's view of `serverNameProblem`. */
export declare const SERVER_NAME_PATTERN = "^(?!\\.{1,2}$)(?!.*\\.fh-(lock|parts?)(-[-0-9a-z]+)?$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$";
/** Why a server's name can't be a folder's; undefined if it can. */
export declare function serverNameProblem(name: string): string | undefined;
/** Names with the same key are the same folder on some file systems (macOS: neither case nor Unicode's normal form counts). */
export declare function folderKey(name: string): string;
