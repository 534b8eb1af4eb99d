import type { Option, OptionValues } from "./options.ts";
/** Where a key may stand: at the top of the file, in `defaults`, at a server. */
export type Place = "top" | "defaults" | "server";
/** A key of cfg.yaml. */
export interface ConfigKey<T = unknown> extends Option<T> {
    readonly places: readonly Place[];
    /** What holds when it is not given, where no single value can say it. */
    readonly otherwise?: string;
    /** It must stand at each of its places. */
    readonly required?: true;
    /** Its value is never shown. */
    readonly secret?: true;
}
/** All keys of cfg.yaml: loading, schema and reference come from here. */
export declare const KEYS: {
    readonly buffer_path: {
        readonly places: readonly ["top"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly default: "./buffer";
        readonly help: "folder where files land: `<buffer_path>/<server>/<name>`; relative to this file";
    };
    readonly host: {
        readonly places: readonly ["server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly required: true;
        readonly help: "host name or address";
    };
    readonly port: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly otherwise: "21, or 990 with `secure: implicit`";
        readonly help: "TCP port";
    };
    readonly path: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly default: readonly ["/"];
        readonly help: "folder to harvest, or a list of them; a relative one begins where the log-in leads to";
    };
    readonly user: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly default: "anonymous";
        readonly help: "user name, taken as it is written";
    };
    readonly password: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly secret: true;
        readonly otherwise: '`anonymous@` for anonymous; other users must have one (`""` if it is empty)';
        readonly help: `password, taken as it is written; \`\${NAME}\` takes it from the environment`;
    };
    readonly password_file: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly help: "file that holds the password, instead of `password`; relative to this file";
    };
    readonly netrc: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "take the password, and the user if none is given, from `$NETRC` or `~/.netrc`";
    };
    readonly secure: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<"explicit" | "implicit" | "none", "explicit" | "implicit" | "none">;
        readonly default: "none";
        readonly help: "TLS: `explicit` begins it with AUTH TLS, `implicit` with the connection";
    };
    readonly ca: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly otherwise: "those of Node.js";
        readonly help: "PEM file with the certificate authorities to trust; relative to this file";
    };
    readonly insecure: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "accept any certificate: passwords and files are then open to whoever sits in between";
    };
    readonly connections: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly default: 5;
        readonly help: "sessions at once on one server; `--jobs` stands for the one in `defaults`, at a server it is a ceiling";
    };
    readonly timezone: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly default: "UTC";
        readonly help: "time zone of listings that name none";
    };
    readonly encoding: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<string, string>;
        readonly default: "utf-8";
        readonly help: "encoding of the names on the server; a name that it does not fit is still fetched, by its bytes";
    };
    readonly timeout: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 30000;
        readonly help: "longest silence of a server before a step counts as failed";
    };
    readonly retries: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly default: 2;
        readonly help: "further tries of a log-in or a file, where trying again can help";
    };
    readonly retry_delay: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 1000;
        readonly help: "wait before the first further try; it grows with each, and is varied by chance";
    };
    readonly if_exists: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<"always" | "same", "always" | "same">;
        readonly default: "same";
        readonly help: "`same`: a file already here with the listed size and time is left as it is; `always`: fetch it again";
    };
    readonly links: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<"all" | "files" | "skip", "all" | "files" | "skip">;
        readonly default: "files";
        readonly help: "symbolic links to follow: those to files, all, or none";
    };
    readonly local_names: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<"bytes" | "decoded", "bytes" | "decoded">;
        readonly default: "decoded";
        readonly help: "names here: `decoded`: readable text, but the server's bytes where `encoding` does not fit; `bytes`: those of the server throughout";
    };
    readonly verify: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<"hash" | "size", "hash" | "size">;
        readonly default: "size";
        readonly help: "`hash`: compare what came with the hash that the server gives (HASH, XSHA256, XSHA1, XMD5, XCRC), where it has one";
    };
    readonly fsync: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "a file has its name only when it is on the disk, power cut or not; slower";
    };
    readonly connect_timeout: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly otherwise: "as `timeout`";
        readonly help: "limit: for the name server, for the connection and for TLS, each";
    };
    readonly login_timeout: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 120000;
        readonly help: "limit: for one log-in from the greeting to its end";
    };
    readonly listing_timeout: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 1800000;
        readonly help: "limit: for the listing of one folder";
    };
    readonly file_timeout: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 43200000;
        readonly help: "limit: for one try at a file; the next one goes on where it ended";
    };
    readonly server_timeout: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 86400000;
        readonly help: "limit: for all work on a server; what is not done then has failed";
    };
    readonly min_rate: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 100;
        readonly help: "limit: data that comes slower over the length of `timeout` counts as silence; 0: none is too slow";
    };
    readonly connect_interval: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 100;
        readonly help: "log-ins to one server, after the first `connections`, are so far apart";
    };
    readonly give_up_after: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly default: 10;
        readonly help: "limit: tries in a row that a server fails with silence or broken connections; then it counts as dead";
    };
    readonly give_up_for: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string>;
        readonly default: 300000;
        readonly help: "how long a server that counts as dead is left alone; its files fail at once";
    };
    readonly max_depth: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly default: 100;
        readonly help: "limit: folders deep; what lies deeper is a failure";
    };
    readonly max_entries: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly default: 10000000;
        readonly help: "limit: entries of all listings of a server";
    };
    readonly max_listing: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string | number>;
        readonly default: 1000000000;
        readonly help: "limit: bytes of one folder's listing";
    };
    readonly max_file_size: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, string | number>;
        readonly default: 1000000000000;
        readonly help: "limit: bytes of one file";
    };
    readonly max_name: {
        readonly places: readonly ["defaults", "server"];
        readonly kind: import("./kinds.ts").Kind<number, number>;
        readonly default: 255;
        readonly help: "limit: bytes of a file's or folder's name here";
    };
};
export type KeyName = keyof typeof KEYS;
/** What a key's value becomes; never undefined for those with a default. */
export type KeyValue<K extends KeyName> = OptionValues<typeof KEYS>[K];
/** The keys of the top that hold further keys. */
export declare const SECTIONS: {
    readonly defaults: "keys for every server; each can also stand at a server";
    readonly servers: "the servers by name; the name is their folder's, and is taken as it is written";
};
export declare function isKey(name: string): name is KeyName;
/** The table's entry, seen the same for all keys. */
export declare function configKey(name: KeyName): ConfigKey;
/** In the table's order. */
export declare function keysAt(place: Place): KeyName[];
export declare function defaultPort(secure: KeyValue<"secure">): number;
