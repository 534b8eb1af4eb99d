/** How many sessions a server takes, as far as is known: all that are wanted, until it refuses one. */
export declare class Allowance {
    #private;
    constructor(most: number);
    /** Sessions at once. A server that once took no more is asked for one more after a while: in that time, one log-in is in vain. */
    get sessions(): number;
    /** Those who use it from now on may want more or fewer; what the server refused stays refused. */
    set most(most: number);
    /** The server took so many and no more. */
    lower(sessions: number): void;
    /** So many stand: it takes them. */
    atLeast(sessions: number): void;
}
