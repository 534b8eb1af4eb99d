/**
 * Where journals and other memory of the harvests live: `$FTP_HARVEST_STATE`, else `$XDG_STATE_HOME/ftp-harvest`, else
 * `~/.local/state/ftp-harvest`. Empty variables count as not set, a relative XDG_STATE_HOME too, as its specification demands.
 */
export declare function stateFolder(env: Readonly<Record<string, string | undefined>>, home: string): string;
/** The folder that has a folder of journals for each run. */
export declare function runsFolder(stateFolder: string): string;
/** Path of the journal of the stage process `by` in the harvest `run`; undefined when these can't be file names. */
export declare function journalPath(stateFolder: string, run: string, by: string): string | undefined;
/** `run` and `by` come from records that anybody may have written: they must not lead to other folders. */
export declare function isFileName(name: string): boolean;
