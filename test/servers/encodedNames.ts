import { utf8 } from "./oddNames.ts";
import { bytesOf, plantFile } from "./trees.ts";

/** A file's name on a server; bytes as latin1. */
export interface EncodedName {
  readonly wire: string;
  /** What people read. */
  readonly text: string;
  /** Its bytes here, with `local_names: decoded`. */
  readonly local: string;
}

/** Names on a server by their encoding; each has a folder of that name. */
export const ENCODED_NAMES: Readonly<Record<string, readonly EncodedName[]>> = {
  gbk: [
    readable("\xc8\xd5\xb1\xa8\xb1\xed.csv", "日报表.csv"),
    readable("\xca\xfd\xbe\xdd/\xb1\xa8\xb1\xed.csv", "数据/报表.csv"),
    // Second bytes that mean something to shells, globs and FTP servers.
    readable("\xca\xfd\xbe\xdd/\x81@\x81[\x81]\x81`\x81{\x81|\x81~", "数据/丂乕乚乣亄亅亊"),
    { wire: "\xca\xfd\xbe\xdd/\xff\xfe.csv", text: "数据/\ufffd\ufffd.csv", local: `${utf8("数据")}/\xff\xfe.csv` },
    { wire: "\xb1\xa8\xff/\xc8\xd5.txt", text: "报\ufffd/日.txt", local: `\xb1\xa8\xff/${utf8("日.txt")}` },
  ],
  shift_jis: [
    readable("\x83e\x83X\x83g/\x83\x8a\x83X\x83g.txt", "テスト/リスト.txt"),
    // Two codes of one character.
    readable("\x81\xe0.txt", "≒.txt"),
    { wire: "\x87\x90.txt", text: "≒.txt", local: "\x87\x90.txt" },
  ],
  "windows-1251": [
    // Its я is telnet's IAC, its э and ы are DO and WILL.
    readable("\xff\xfd\xff\xfb.txt", "яэяы.txt"),
    readable("\xce\xf2\xf7\xb8\xf2\xed\xe0\xff/\xff.csv", "Отчётная/я.csv"),
  ],
  "utf-8": [
    readable(utf8("日报表.csv"), "日报表.csv"),
    { wire: "\xc8\xd5.csv", text: "\ufffd\ufffd.csv", local: "\xc8\xd5.csv" },
    { wire: `${utf8("目录")}/caf\xe9`, text: "目录/caf\ufffd", local: `${utf8("目录")}/caf\xe9` },
  ],
};

function readable(wire: string, text: string): EncodedName {
  return { wire, text, local: utf8(text) };
}

/** Writes a file for each name, none like another. */
export function plantEncodedNames(root: string): void {
  for (const [encoding, names] of Object.entries(ENCODED_NAMES)) {
    names.forEach(({ wire }, order) => {
      const name = `${encoding}/${wire}`;
      plantFile(root, name, bytesOf(name, 100 + order), order);
    });
  }
}
