/**
 * In its last moment Node gives each terminal back as it was, and aborts where that fails (exit code 134): from a terminal that is lost
 * by then this process parts by itself.
 */
export declare function partFromLostTerminals(): void;
