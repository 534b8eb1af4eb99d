/**
 * Ends a program and all that it has started, by the id of the group that it leads: SIGTERM, then SIGKILL for those that live on.
 * `ended` tells that none of them has its streams open. The waits keep this process from its own end: it would leave behind who
 * ignores SIGTERM. (Asking whether the group is there does not do: ended processes count until their new parent takes note.)
 */
export declare function endGroup(leader: number, ended: Promise<unknown>): Promise<void>;
