import type { WireName } from "../../ftp/names.ts";
import type { Session } from "../../ftp/session.ts";
/** What lies behind a symbolic link. */
export type Link = {
    readonly to: "file";
    readonly size: number | null;
    readonly modified: string | null;
} | {
    readonly to: "folder";
    readonly path: WireName;
} | {
    readonly to: "nothing";
};
/**
 * Looks through a link: a listing shows the link's own size, not the file's. SIZE answers for files only; CWD for
 * folders, and PWD then tells the real one where the server resolves links (vsftpd, Pure-FTPd). Throws a `Fault` for anything
 * but "no such file".
 */
export declare function lookThrough(session: Session, path: WireName): Promise<Link>;
