import type { HashAlgorithm } from "../records/record.ts";
/** One way to ask a server for a file's hash. */
export interface HashOffer {
    readonly command: "HASH" | "XSHA256" | "XSHA1" | "XMD5" | "XCRC";
    readonly algorithm: HashAlgorithm;
}
/** What FEAT's reply offers, strongest first: ` HASH SHA-256*;SHA-1;MD5` and ` XSHA256`, one a line. */
export declare function hashOffers(features: string): readonly HashOffer[];
/** How HASH and OPTS HASH call an algorithm. */
export declare function listedName(algorithm: HashAlgorithm): string;
/** The algorithm that HASH calls so; undefined for one that nobody here can compute. */
export declare function algorithmListedAs(name: string): HashAlgorithm | undefined;
