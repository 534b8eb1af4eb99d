import type { HashAlgorithm } from "../records/record.ts";

/** One way to ask a server for a file's hash. */
export interface HashOffer {
  readonly command: "HASH" | "XSHA256" | "XSHA1" | "XMD5" | "XCRC";
  readonly algorithm: HashAlgorithm;
}

/** Strongest first. `listed` is the name under HASH (draft-bryan-ftpext-hash); the others are nobody's standard. */
const ALGORITHMS = [
  { algorithm: "sha256", listed: "SHA-256", command: "XSHA256" },
  { algorithm: "sha1", listed: "SHA-1", command: "XSHA1" },
  { algorithm: "md5", listed: "MD5", command: "XMD5" },
  { algorithm: "crc32", listed: "CRC32", command: "XCRC" },
] as const;

/** What FEAT's reply offers, strongest first: ` HASH SHA-256*;SHA-1;MD5` and ` XSHA256`, one a line. */
export function hashOffers(features: string): readonly HashOffer[] {
  const listed = (/^ *HASH +(\S+)/im.exec(features)?.[1] ?? "").toUpperCase().replaceAll("*", "").split(";");
  return ALGORITHMS.flatMap(({ algorithm, listed: name, command }): HashOffer[] => [
    ...(listed.includes(name) ? [{ command: "HASH", algorithm } as const] : []),
    ...(new RegExp(`^ *${command}\\b`, "im").test(features) ? [{ command, algorithm }] : []),
  ]);
}

/** How HASH and OPTS HASH call an algorithm. */
export function listedName(algorithm: HashAlgorithm): string {
  return ALGORITHMS.find((one) => one.algorithm === algorithm)?.listed ?? "";
}

/** The algorithm that HASH calls so; undefined for one that nobody here can compute. */
export function algorithmListedAs(name: string): HashAlgorithm | undefined {
  return ALGORITHMS.find(({ listed }) => listed === name.toUpperCase())?.algorithm;
}
