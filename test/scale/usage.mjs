// Loaded into each command of a measured run (`node --import`): says what its process has used, when it ends.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { isMainThread } from "node:worker_threads";

const folder = process.env["SCALE_USAGE"];

if (folder !== undefined && isMainThread) {
  const command = basename(process.argv[1] ?? "node", ".js");
  writeFileSync(`${folder}/${process.pid}`, command);
  process.once("exit", () => {
    const status = readFileSync("/proc/self/status", "latin1");
    const mostRss_KiB = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]);
    const { user, system } = process.cpuUsage();
    const usage = { command, mostRss_KiB, user_s: user / 1e6, system_s: system / 1e6, wall_s: process.uptime() };
    writeFileSync(`${folder}/${process.pid}.json`, JSON.stringify(usage));
  });
}
