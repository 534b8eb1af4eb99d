/**
 * Opens a new file to write and to read back, for this user only. Its name is taken away at once: the system frees it however this
 * process ends. Throws what the system says. Returns the file descriptor.
 *
 * @param folder is there; others may write into it, such as /tmp
 */
export declare function openNameless(folder: string): number;
