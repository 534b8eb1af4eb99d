/** Bytes of a UTF-8 text as a latin1 string: one character a byte, as all names are here. */
export function utf8(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Names of files that careless clients lose; bytes as latin1. Each is legal on a POSIX server. */
export const ODD_NAMES: readonly string[] = [
  "plain.txt",
  "with space.txt",
  " leading space",
  "trailing space ",
  "two  spaces   here.txt",
  utf8("café-naïve-日本語.txt"),
  "\xd6\xd0\xce\xc4\xce\xc4\xbc\xfe.dat", // 中文文件 in GBK
  "na\xefve-latin1.txt",
  "\xff\xfe-iac.bin", // telnet's IAC, which some servers want doubled
  "-leading-dash",
  "--help",
  "it's quoted.txt",
  'double"quote.txt',
  ".hidden",
  "..twodots",
  "trailing.dot.",
  `L${"o".repeat(196)}ng!`,
  "back\\slash",
  "star*and?[x].txt",
  "{brace,list}",
  "percent%41%2F.txt",
  "%s%n",
  "hash#frag;type=a",
  "size=5;type=dir; x", // looks like MLSD's facts
  "a -> b", // looks like a link
  "Jan 01 12:00 x", // looks like LIST's time
  "total 4", // looks like LIST's first line
  "$HOME `id` $(id)",
  "&amp;<tag>|pipe",
  "CON",
  "UPPER.TXT",
  "upper.txt",
  utf8("e\u0301-nfd.txt"),
  utf8("\u00e9-nfc.txt"),
  "colon:name",
  "~tilde",
  "!bang",
  "@at",
  "comma,name",
  "=equals",
  "12345",
  "tab\there",
];

/** Names of folders of the same kind. */
export const ODD_FOLDERS: readonly string[] = [
  "dir with space",
  "-dash dir",
  ".hidden dir",
  "\xd6\xd0\xce\xc4", // 中文 in GBK
  utf8("目录"),
  "dot.",
  "it's",
  "star*",
  'q"d',
  "D".repeat(200),
];

/** Links and what they point to, in a folder that holds `target.txt`, beside a folder `odd`. */
export const ODD_LINKS: readonly (readonly [name: string, target: string])[] = [
  ["to-file", "target.txt"],
  ["with space link", "target.txt"],
  ["to-dir", "../odd"],
  ["loop-up", ".."],
  ["loop-self", "loop-self"],
  ["dangling", "nowhere"],
  ["absolute", "/etc/hostname"],
];
