/**
 * Work that is over at once, such as a file of a server that is known to be down, begins the next one before anything else is seen to. After
 * so many steps sockets, pipes and signals get their turn.
 */
export declare class Pace {
    #private;
    /** To be called before a step. Undefined when it may be taken now; else to be asked again when the promise has resolved. */
    step(): Promise<void> | undefined;
}
