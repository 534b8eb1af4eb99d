import type { ServerAddress } from "./address.ts";
import { Control } from "./control.ts";
import type { Traits } from "./traits.ts";
/**
 * Connects and logs in. The first session of a server asks step by step what that has and notes it in `traits`; later ones
 * write what is needed in one go: greeting, then USER, PASS and the rest together. Throws a `Fault`, also when all of it takes longer
 * than `login_timeout`.
 */
export declare function logIn(address: ServerAddress, traits: Traits, signal: AbortSignal): Promise<Control>;
