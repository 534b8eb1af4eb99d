// Stands in for ftp-list, ftp-fetch and ftp-report in the demo's tests: `node standIn.mjs ftp-list cfg.yaml`. As little as
// the demo needs of them, made with basic-ftp's own client. STAND_IN_FAULT stages what may go wrong.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "basic-ftp";
import { parse } from "yaml";

const [name, ...args] = process.argv.slice(2);
const fault = process.env["STAND_IN_FAULT"];
const write = (record) => process.stdout.write(`${JSON.stringify(record)}\n`);

async function list(config) {
  for (const [server, settings] of Object.entries(parse(readFileSync(config, "utf8")).servers)) {
    const paths = [settings.path].flat();
    const parent = paths.length > 1 ? "/" : `${paths[0]}/`;
    const client = new Client();
    try {
      await logIn(client, config, server);
      for (const path of paths)
        await walk(client, path, (file) =>
          write({ type: "file", server, config, ...file, name: file.path.slice(parent.length) }),
        );
    } catch (error) {
      const code = error.code === 530 ? "login" : "connect_refused";
      write({ type: "failure", server, code: fault === "wrong code" ? "dns" : code });
    }
    client.close();
  }
}

async function walk(client, folder, emit) {
  for (const entry of await client.list(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) await walk(client, path, emit);
    else emit({ path, size: entry.size });
  }
}

async function fetch() {
  const clients = new Map();
  for (const record of (await text(process.stdin))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))) {
    if (record.type === "file") {
      const client = clients.get(record.server) ?? new Client();
      if (!clients.has(record.server)) await logIn(client, record.config, record.server);
      clients.set(record.server, client);
      const local = join(dirname(record.config), "buffer", record.server, record.name);
      mkdirSync(dirname(local), { recursive: true });
      await client.downloadTo(local, record.path);
      if (fault === "changed byte" && record.size > 0) writeFileSync(local, "x".repeat(record.size));
      write({ ...record, type: "download", local });
    } else write(record);
  }
  for (const client of clients.values()) client.close();
}

async function report(format) {
  const results = {};
  for (const record of (await text(process.stdin))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))) {
    results[record.server] ??= [0, 0, join(process.cwd(), "buffer", record.server), []];
    const row = results[record.server];
    if (record.type === "failure") row[0] = 1;
    else row[3].push([record.name, record.size]);
    row[1] = row[3].length;
  }
  if (fault === "lost row") delete results["branch-001"];
  process.stdout.write(format === "json" ? JSON.stringify(results) : "a table\n");
  process.exitCode = fault === "all is well" ? 0 : 1;
}

async function logIn(client, config, server) {
  const { defaults, servers } = parse(readFileSync(config, "utf8"));
  const { host, port, user, password } = { ...defaults, ...servers[server] };
  await client.access({ host, port, user, password });
}

if (fault === "hangs") setInterval(() => {}, 1000);
else if (name === "ftp-list") await list(args[0]);
else if (name === "ftp-fetch") await fetch();
else await report(args[1]);
