import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { PATIENCE } from "../patience.ts";
import type { Script } from "../servers/scripted/script.ts";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";

/** Scripted servers and the configuration that knows them, in a folder of their own. */
export class EmbedWorld implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "fh-embed-"));
  readonly config = join(this.folder, "cfg.yaml");
  readonly buffer = join(this.folder, "buffer");
  readonly #servers = new Map<string, ScriptedServer>();

  /** `defaults` are lines of YAML, without their indentation. */
  static async open(scripts: Readonly<Record<string, Script>>, ...defaults: readonly string[]): Promise<EmbedWorld> {
    const world = new EmbedWorld();
    vi.stubEnv("FTP_HARVEST_STATE", join(world.folder, "state"));
    for (const [name, script] of Object.entries(scripts)) world.#servers.set(name, await startScriptedServer(script));
    const keys = ["user: u", "password: p", "timeout: 10s", "retries: 0", ...defaults];
    const servers = [...world.#servers].map(([name, { port }]) => `  ${name}: { host: 127.0.0.1, port: ${port} }\n`);
    const text = `buffer_path: ./buffer\ndefaults:\n${keys.map((key) => `  ${key}\n`).join("")}servers:\n${servers.join("")}`;
    writeFileSync(world.config, text);
    return world;
  }

  server(name: string): ScriptedServer {
    const server = this.#servers.get(name);
    if (server === undefined) throw new Error(`no server ${name}`);
    return server;
  }

  /** The servers have seen all connections closed. */
  async closed(): Promise<void> {
    await vi.waitUntil(() => [...this.#servers.values()].every(({ connected }) => connected === 0), PATIENCE);
  }

  /** What lies in a server's folder. */
  landed(server: string): string[] {
    const folder = join(this.buffer, server);
    return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted() : [];
  }

  /** Lock files that nobody gave back. */
  get locks(): string[] {
    return existsSync(this.buffer) ? readdirSync(this.buffer).filter((name) => name.includes("fh-lock")) : [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    vi.unstubAllEnvs();
    for (const server of this.#servers.values()) await server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** This many small files. */
export function files(count: number, folder = ""): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/f${n}`, `file ${n}`]));
}
