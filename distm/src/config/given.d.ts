import type { Given } from "./config.ts";
import { type KeyName, type KeyValue } from "./keys.ts";
import { type Environment } from "./variables.ts";
/** Why a value is no good, in words that follow its place. Never shows a secret. */
export declare class BadValue extends Error {
    readonly name = "BadValue";
}
/** What a value becomes. Throws a `BadValue` or a `MissingVariable`. */
export declare function parseGiven<K extends KeyName>(name: K, { value }: Given, env: Environment): KeyValue<K>;
/** Looks at a value as far as that can be done without the environment. Returns what is wrong with it. */
export declare function checkGiven(name: KeyName, { value }: Given): string | undefined;
export declare function shortened(text: string, longest?: number): string;
