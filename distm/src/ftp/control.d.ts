import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import { type Exchange } from "./exchange.ts";
import type { Reply } from "./replyFault.ts";
/**
 * A control connection (RFC 959 §2.3): commands go out, replies come in, in order. Commands may be written ahead of the replies
 * to earlier ones. Any surprise (an error, silence, a reply nobody asked for) closes it, and all who wait get the reason.
 */
export declare class Control {
    #private;
    private constructor();
    /** Connects. With `implicit`, TLS is up when this returns. Throws a `Fault`. */
    static connect(address: ServerAddress, signal: AbortSignal): Promise<Control>;
    /** Why it is closed; undefined while it is open. */
    get closed(): Fault | undefined;
    /** The address at the other end: where data connections go, whatever PASV says. */
    get remoteHost(): string;
    /** TLS session of this connection, for data connections to resume. Undefined on a plain one. */
    get tlsSession(): Buffer | undefined;
    /**
     * Sends a command; the answer is its first reply that is not preliminary (1xx). Throws a `Fault` if none comes.
     *
     * @param behind sent in the same write
     */
    ask(command: string, ...behind: readonly Exchange[]): Promise<Reply>;
    /**
     * Sends several commands in one write and waits for their replies. Throws the first `Fault`, but shows the replies that came
     * before it to `look`: a server that refuses a log-in may close before it answers what was written behind it.
     */
    askAll(commands: readonly string[], look?: (replies: readonly Reply[]) => void): Promise<Reply[]>;
    /** Waits for a reply nobody asked for: the greeting. */
    greeting(): Promise<Reply>;
    /** Sends commands in one write, each of them to be answered in its turn. */
    exchange(...exchanges: readonly Exchange[]): void;
    /** Tells also who waits for no reply when the connection ends. */
    follow(follower: Pick<Exchange, "onLost">): void;
    unfollow(follower: Pick<Exchange, "onLost">): void;
    /** Silence here is no fault while a transfer goes on: its data connection is watched instead. */
    holdSilence(): void;
    /** Puts TLS on the connection (RFC 4217 §4, after the reply to AUTH; or at once for implicit TLS). */
    secure(): Promise<void>;
    /** Says QUIT and closes, at once. All who still wait get `reason`. */
    close(reason?: Fault): void;
}
