/** A command of a pipe. */
export interface PipedCommand {
    /** Program and arguments; no shell reads them. */
    readonly argv: readonly string[];
    /** A file, not there yet, that gets a copy of what this command reads from the one before: `tee` in front of it. */
    readonly tee?: string;
}
export interface ChildPipe {
    readonly commands: readonly PipedCommand[];
    /** Descriptor of a file that the first command reads; it reads nothing if not given. */
    readonly input?: number;
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** When aborted, all children get SIGTERM, and SIGKILL where that does not help. */
    readonly signal: AbortSignal;
}
export interface PipeEnd {
    /** What the last command wrote, as UTF-8. */
    readonly output: string;
    /** Each command's exit code as a shell gives it: 128 and more for a signal, 127 if it could not be started. */
    readonly codes: readonly number[];
}
/**
 * Runs commands side by side, each one's stdout being the next one's stdin, and waits for all. Descriptors are handed from
 * child to child: the bytes do not pass through this process, but for a `tee`. stderr is this process's own. Throws the
 * signal's reason when that is aborted before anything was started.
 */
export declare function runPipe(pipe: ChildPipe): Promise<PipeEnd>;
