// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the configuration's variables look like those of templates.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openConfigs } from "../../src/config/configs.ts";
import { Fault, UsageError } from "../../src/records/fault.ts";
import { configFolder } from "./configFolder.ts";

describe("the configurations of a process", () => {
  it("are loaded once, even when the file goes away", () => {
    const path = configFolder({ "cfg.yaml": "servers: { a: { host: h }, b: { host: h } }" });
    const configs = openConfigs({ env: {} });
    expect(configs.settings(path("cfg.yaml"), "a").host).toBe("h");
    rmSync(path("cfg.yaml"));
    expect(configs.settings(path("cfg.yaml"), "b").order).toBe(1);
  });

  it("read a file that many servers name once, and one that could not be read again", () => {
    const pem = "-----BEGIN CERTIFICATE-----\n";
    const path = configFolder({
      "cfg.yaml": "defaults: { netrc: true, ca: ca.pem }\nservers: { a: { host: h }, b: { host: i } }",
      "ca.pem": pem,
      netrc: "machine h login u password p\nmachine i login v password q",
    });
    const configs = openConfigs({ env: { NETRC: path("later") } });
    const of = (server: string) => configs.settings(path("cfg.yaml"), server);
    expect(() => of("a")).toThrow("there is no such file");
    renameSync(path("netrc"), path("later"));
    expect(of("a")).toMatchObject({ user: "u", password: "p", ca: pem });
    for (const name of ["later", "ca.pem"]) rmSync(path(name));
    expect(of("b")).toMatchObject({ user: "v", password: "q", ca: pem });
  });

  it("say where their servers are to be worked on, if at all", () => {
    const path = configFolder({
      "cfg.yaml": "backend: auto\nthreads: ${N}\nservers: { a: { host: h } }",
      "silent.yaml": "servers: { a: { host: h } }",
      "wrong.yaml": "backend: elsewhere\nservers: { a: { host: h } }",
    });
    const configs = openConfigs({ env: { N: "3" } });
    expect(configs.backend(path("cfg.yaml"))).toEqual({ backend: "auto", threads: 3 });
    expect(configs.backend(path("silent.yaml"))).toEqual({ backend: undefined, threads: undefined });
    expect(() => configs.backend(path("wrong.yaml"))).toThrow(":1:10: `backend`: expected inline, threads or auto");
    expect(() => openConfigs({ env: { N: "many" } }).backend(path("cfg.yaml"))).toThrow(":2:10: `threads`: expected");
    expect(() => openConfigs({ env: {} }).backend(path("cfg.yaml"))).toThrow(":2:10: `threads`: ");
  });

  it("give way to the one that stands for all", () => {
    const path = configFolder({ "cfg.yaml": "servers: { a: { host: here } }" });
    const configs = openConfigs({ env: {}, override: path("cfg.yaml"), jobs: 2, to: "/to" });
    const settings = configs.settings("/on/another/machine.yaml", "a");
    expect(settings).toMatchObject({ host: "here", config: path("cfg.yaml"), connections: 2, buffer_path: "/to" });
    expect(configs.settings("x", "a", { jobs: 3 })).toMatchObject({ connections: 3, buffer_path: "/to" });
  });

  it("read secrets of the servers asked for only", () => {
    const path = configFolder({
      "cfg.yaml":
        "servers: { a: { host: h, user: u, password: '${NONE}' }, b: { host: h, user: u, password_file: none }, c: { host: h } }",
    });
    const configs = openConfigs({ env: {} });
    expect(configs.select(path("cfg.yaml"), { names: ["c"] }).map(({ server }) => server)).toEqual(["c"]);
    expect(() => configs.select(path("cfg.yaml"), { names: [] })).toThrow(UsageError);
  });

  it.each([
    ["that is not there", "none.yaml", "a", /none\.yaml: there is no such file/],
    ["that is wrong", "wrong.yaml", "a", /^[^\n]*wrong\.yaml:1:12: [^\n]*$/],
    ["without the server", "cfg.yaml", "b", /there is no server `b`/],
    [
      "without a secret of the server",
      "cfg.yaml",
      "a",
      /cfg\.yaml:1:\d+: `user`: the environment variable `NONE` is not set/,
    ],
  ])("give a fault `config` for one %s", (_what, file, server, says) => {
    const path = configFolder({
      "cfg.yaml": "servers: { a: { host: h, user: '${NONE}' } }",
      "wrong.yaml": "servers: { a: {}, b: {} }",
    });
    const configs = openConfigs({ env: {} });
    for (let asked = 0; asked < 2; asked++) {
      expect(() => configs.settings(path(file), server)).toThrow(
        expect.objectContaining({ code: "config", message: expect.stringMatching(says) }),
      );
    }
    expect(() => configs.settings(path(file), server)).toThrow(Fault);
  });

  it("are read again by another process", () => {
    const path = configFolder({ "cfg.yaml": "servers: { a: { host: h } }" });
    openConfigs({ env: {} }).settings(path("cfg.yaml"), "a");
    writeFileSync(path("cfg.yaml"), "servers: { a: { host: k } }");
    expect(openConfigs({ env: {} }).settings(path("cfg.yaml"), "a").host).toBe("k");
  });
});
