import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../differences.ts";
import { commandOf } from "../measure/clientScript.ts";
import { CONNECTIONS, type Rival } from "../rival.ts";

export const floor: Rival = {
  name: "floor",
  manner:
    "`floor.c`, the least that a client can do: it is given the list, walks nothing and checks little; the next PASV goes out behind each RETR",
  absent: (compiler) => compiler.absent(),
  version: () => "",
  prepare({ servers, folder, to }, compiler) {
    const lines = servers.flatMap(({ name, root, host, port, user, password }) =>
      filesBelow(root).map((path) => [host, port, user, password, `/${path}`, `${to}/${name}/${path}`].join("\t")),
    );
    const list = join(folder, "floor.list");
    writeFileSync(list, `${lines.join("\n")}\n`);
    return [commandOf([compiler.program("floor"), CONNECTIONS, list])];
  },
};
