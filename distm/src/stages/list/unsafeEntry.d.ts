import type { ServerSettings } from "../../config/server.ts";
import type { Names, WireName } from "../../ftp/names.ts";
/** Why an entry of a folder can't lie here, under its text or its bytes, as it would; undefined if it can. */
export declare function unsafeEntry({ name, path }: {
    readonly name: WireName;
    readonly path: WireName;
}, names: Names, { local_names, max_name }: Pick<ServerSettings, "local_names" | "max_name">): string | undefined;
