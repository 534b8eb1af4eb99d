/**
 * A kind of value: how it is written, and what it becomes. The same kinds serve configuration keys, command-line flags and
 * pipeline steps.
 */
export interface Kind<T, W = T> {
    /** What is expected, for error messages: "a duration such as 30s". */
    readonly expected: string;
    /** Placeholder in help texts: "DURATION"; undefined for a switch, which takes no value. */
    readonly placeholder: string | undefined;
    /** JSON Schema of what may be written in YAML. */
    readonly schema: Readonly<Record<string, unknown>>;
    /** The only words that may be written, where there are few; else those that are meant most often. */
    readonly choices?: readonly string[];
    /** It takes a list, too: several operands of a command. */
    readonly takesList?: true;
    /**
     * From a value of a command line (text) or of YAML (text, number, boolean, list). Text kinds get the scalar's source
     * text. Returns undefined when the value is not of this kind.
     */
    parse(value: unknown): T | undefined;
    /** An item of a list, written as a text of its own that means just this item. The item itself unless texts are split. */
    asText?(item: string): string;
    /** Never there: carries the type of what may be written in code, such as "30s" for a duration. */
    readonly written?: W;
}
/** Milliseconds, written `500ms`, `30s`, `15m`, `2h`, `1d`. A bare `0` is zero. */
export declare const duration: Kind<number, string>;
/** A duration within bounds, which are given as they are written, such as `1ms` and `1d`. */
export declare function durationWithin(least: string, most: string): Kind<number, string>;
/** A whole number, both bounds included. */
export declare function integer(least: number, most: number): Kind<number>;
/** Bytes: a bare number, or with a unit, decimal (kB, MB, GB, TB: powers of 1000) or binary (KiB, MiB, GiB, TiB: of 1024). */
export declare const size: Kind<number, number | string>;
/** A size that is a limit: of nothing it would be none, and people write 0 where they mean none. */
export declare const sizeLimit: Kind<number, number | string>;
/** Bytes a second, written as a size and `/s`. A bare `0` is zero. */
export declare const rate: Kind<number, string>;
/** Text that is not empty. */
export declare const text: Kind<string>;
/** Text exactly as it is written, even if it looks like a number: `001`, `012345`, `yes`. May be empty (`""`). */
export declare const sourceText: Kind<string>;
/** On or off. */
export declare const switchKind: Kind<boolean>;
/** One of a few words. */
export declare function choice<const W extends string>(...words: readonly W[]): Kind<W>;
/**
 * File name patterns: one text with commas between them, or a list of texts, which are taken as they are. A comma inside `{a,b}` or
 * after a backslash belongs to its pattern.
 */
export declare const globs: Kind<readonly string[], string | readonly string[]>;
/** A path here: what a relative one is relative to is for the key to say. */
export declare const path: Kind<string>;
/** A path on a server. Line ends can't be sent in FTP's commands. */
export declare const serverPath: Kind<string>;
/** A host name or address: no URL, and no port. */
export declare const host: Kind<string>;
/** One value or a list of them. */
export declare function oneOrMany<T, W>(kind: Kind<T, W>): Kind<readonly T[], W | readonly W[]>;
/** A time zone by its IANA name. */
export declare const timezone: Kind<string>;
