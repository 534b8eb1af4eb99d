// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the configuration's variables look like those of templates.
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { ServerSettings } from "../../src/config/server.ts";
import { serverSettings } from "../../src/config/settings.ts";
import { configFolder } from "./configFolder.ts";

type Files = Readonly<Record<string, string>>;

/** Settings of the server `a`, of a configuration and the files beside it. */
function settings(yaml: string, { files = {}, env = {}, ...rest }: Request = {}): ServerSettings {
  const path = configFolder({ ...files, "cfg.yaml": yaml });
  const config = loadConfig(path("cfg.yaml"));
  return serverSettings(config, "a", { env: { HOME: path("home"), ...env }, ...rest });
}

type Request = {
  files?: Files;
  env?: Readonly<Record<string, string>>;
  jobs?: number | "auto";
  rate?: number;
  to?: string;
};

const server = (keys: string) => `servers:\n  a: { host: h, ${keys} }\n`;

describe("a server's settings", () => {
  it("have the defaults of the table", () => {
    expect(settings("servers: { a: { host: h } }")).toMatchObject({
      server: "a",
      host: "h",
      port: 21,
      paths: ["/"],
      user: "anonymous",
      password: "anonymous@",
      secure: "none",
      ca: undefined,
      insecure: false,
      connections: 5,
      timezone: "UTC",
      timeout_ms: 30_000,
      retries: 2,
      retry_delay_ms: 1_000,
      if_exists: "same",
      links: "files",
      order: 0,
    });
  });

  it("take the server's own key before the one of `defaults`", () => {
    const yaml = "defaults: { timeout: 1m, retries: 7, path: [/a, /b] }\nservers: { a: { host: h, retries: 0 } }";
    expect(settings(yaml)).toMatchObject({ timeout_ms: 60_000, retries: 0, paths: ["/a", "/b"] });
  });

  it("have each limit as it is written", () => {
    const written = {
      ...{ timeout: "11s", retries: 1, retry_delay: "12s", connect_timeout: "13s", login_timeout: "14s" },
      ...{
        listing_timeout: "15s",
        file_timeout: "16s",
        server_timeout: "17s",
        min_rate: "18B/s",
        connect_interval: "19s",
      },
      ...{ give_up_after: 20, give_up_for: "21s", max_depth: 22, max_entries: 23, max_listing: 2_400_000 },
      ...{ max_file_size: 25, max_name: 26, verify: "hash", fsync: true },
    };
    expect(settings(JSON.stringify({ servers: { a: { host: "h", ...written } } }))).toMatchObject({
      ...{
        timeout_ms: 11_000,
        retries: 1,
        retry_delay_ms: 12_000,
        connect_timeout_ms: 13_000,
        login_timeout_ms: 14_000,
      },
      ...{ listing_timeout_ms: 15_000, file_timeout_ms: 16_000, server_timeout_ms: 17_000, min_rate: 18 },
      ...{ connect_interval_ms: 19_000, give_up_after: 20, give_up_for_ms: 21_000, max_depth: 22, max_entries: 23 },
      ...{ max_listing: 2_400_000, max_file_size: 25, max_name: 26, verify: "hash", fsync: true },
    });
  });

  it("have port 990 where TLS comes first", () => {
    expect(settings(server("secure: implicit")).port).toBe(990);
    expect(settings(server("secure: implicit, port: 2121")).port).toBe(2121);
  });

  it("take users and passwords as they are written", () => {
    expect(settings(server("user: yes, password: 012345"))).toMatchObject({ user: "yes", password: "012345" });
    expect(settings(server('user: 0x1, password: "1e3"'))).toMatchObject({ user: "0x1", password: "1e3" });
    expect(settings(server("user: u, password: ''")).password).toBe("");
  });

  it("begin relative paths beside the file, ~ at home", () => {
    const path = configFolder({
      "cfg.yaml": "buffer_path: ./in\nservers: {a: {host: h}}",
      "b.yaml": "buffer_path: ~/in\nservers: {a: {host: h}}",
    });
    const of = (file: string, to?: string) =>
      serverSettings(loadConfig(path(file)), "a", { env: { HOME: "/home/u" }, to }).buffer_path;
    expect(of("cfg.yaml")).toBe(path("in"));
    expect(of("b.yaml")).toBe("/home/u/in");
    expect(of("b.yaml", "/to")).toBe("/to");
  });

  it.each([
    ["", "", undefined, 5],
    ["", "", 9, 9],
    ["connections: 3", "", undefined, 3],
    ["connections: 3", "", 9, 9],
    ["connections: 3", "connections: 2", undefined, 2],
    ["connections: 3", "connections: 8", undefined, 3],
    ["", "connections: 2", 9, 2],
    ["", "connections: 20", 9, 9],
    ["", "connections: 20", undefined, 5],
  ])(
    "with defaults {%s} and a server's own {%s} and --jobs %s have %i connections",
    (defaults, own, jobs, connections) => {
      const yaml = `defaults: { ${defaults} }\n${server(own)}`;
      expect(settings(yaml, jobs === undefined ? {} : { jobs }).connections).toBe(connections);
    },
  );

  it.each<[string, string, "auto" | number | undefined, number, boolean]>([
    ["", "", "auto", 20, true],
    ["connections: auto", "", undefined, 20, true],
    ["connections: auto", "", 9, 9, false],
    ["connections: auto", "connections: 3", undefined, 3, true],
    ["connections: auto", "connections: 30", undefined, 20, true],
    ["connections: 3", "connections: auto", undefined, 20, true],
    ["", "connections: auto", undefined, 20, true],
    ["connections: 3", "connections: auto", 9, 9, true],
    ["connections: 3", "connections: 2", "auto", 2, true],
  ])(
    "with defaults {%s} and a server's own {%s} and --jobs %s have up to %i connections, as many as are worth it: %s",
    (defaults, own, jobs, connections, connections_auto) => {
      const yaml = `defaults: { ${defaults} }\n${server(own)}`;
      expect(settings(yaml, jobs === undefined ? {} : { jobs })).toMatchObject({ connections, connections_auto });
    },
  );

  it.each([
    ["", "", "", undefined, [0, 0]],
    ["rate: 3MB/s", "", "", undefined, [0, 3_000_000]],
    ["", "rate: 2MB/s", "", undefined, [2_000_000, 0]],
    ["rate: 3MB/s", "rate: 2MB/s", "rate: 500kB/s", undefined, [500_000, 3_000_000]],
    ["rate: 3MB/s", "rate: 2MB/s", "rate: 0", 7, [0, 7]],
    ["rate: 3MB/s", "", "", 0, [0, 0]],
  ])(
    "with {%s} at the top, defaults {%s}, a server's own {%s} and --rate %s have the rates %j, of the server and overall",
    (top, defaults, own, rate, rates) => {
      const yaml = `${top}\ndefaults: { ${defaults} }\n${server(own)}`;
      const its = settings(yaml, rate === undefined ? {} : { rate });
      expect([its.rate, its.overall_rate]).toEqual(rates);
    },
  );

  it.each([
    ["{ host: h, rate: 3MB/s }", 2_000_000],
    ["{ host: H, rate: 1MB/s }", 1_000_000],
    ["{ host: h, rate: 0 }", 2_000_000],
    ["{ host: other, rate: 1MB/s }", 2_000_000],
    ["{ host: h, port: 22, rate: 1MB/s }", 2_000_000],
    ["{ host: h, secure: implicit, rate: 1MB/s }", 2_000_000],
  ])("beside %s of the same file have the smallest rate of their host and port: %i", (twin, rate) => {
    const yaml = `servers:\n  a: { host: h, password: p, rate: 2MB/s }\n  b: ${twin}`;
    expect(settings(yaml).rate).toBe(rate);
  });

  it("hold the certificates of `ca`", () => {
    const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    expect(settings(server("ca: tls/ca.pem"), { files: { "tls/ca.pem": pem } }).ca).toBe(pem);
    expect(() => settings(server("ca: ca.pem"), { files: { "ca.pem": "no" } })).toThrow(
      /:2:21: `ca`: .*no PEM certificate/,
    );
    expect(() => settings(server("ca: ca.pem"))).toThrow(/:2:21: `ca`: .*ca\.pem: there is no such file/);
  });

  it("are not there for a server that is not", () => {
    const config = loadConfig(configFolder({ "cfg.yaml": "servers: { branch-001: { host: h } }" })("cfg.yaml"));
    expect(() => serverSettings(config, "branch-01", { env: {} })).toThrow(
      "no server `branch-01`; did you mean `branch-001`?",
    );
  });
});

describe("variables", () => {
  const user = (text: string, env: Readonly<Record<string, string>>) =>
    settings(server(`user: '${text}', password: x`), { env }).user;

  it.each([
    ["${U}", "u"],
    ["a${U}b${U}", "aubu"],
    ["${NONE:-other}", "other"],
    ["${EMPTY:-other}", "other"],
    ["${U:-other}", "u"],
    ["x${NONE:-}", "x"],
    ["$${U}", "${U}"],
    ["$U", "$U"],
    ["${DOLLAR}", "${U}$&"],
  ])("make %s into %s", (text, becomes) => expect(user(text, { U: "u", EMPTY: "", DOLLAR: "${U}$&" })).toBe(becomes));

  it("give values of every kind", () => {
    const env = { P: "2121", OUT: "/x" };
    expect(settings(server('port: "${P}", path: ["${OUT}/a", /b]'), { env })).toMatchObject({
      port: 2121,
      paths: ["/x/a", "/b"],
    });
  });

  it("that are missing are said, at the value", () => {
    expect(() => user("${NONE}", {})).toThrow(/cfg\.yaml:2:23: `user`: the environment variable `NONE` is not set/);
    expect(() => user("${constructor}", {})).toThrow("`constructor` is not set");
  });

  it("that are missing do not matter where the value does not", () => {
    const yaml =
      "defaults: { password: '${NONE}' }\nservers: { a: { host: h, user: u, password: p }, b: { host: '${NONE}' } }";
    expect(settings(yaml).password).toBe("p");
  });

  it("never show what they hold", () => {
    const failing = () => settings(server('port: "${P}"'), { env: { P: "hunter2" } });
    expect(failing).toThrow(/:2:23: `port`: expected a whole number/);
    expect(failing).not.toThrow(/hunter2/);
  });
});

describe("the password", () => {
  const netrc = {
    "home/.netrc":
      'machine other login o password op\nmachine H # ours\n login u password "p \\"w"\nmacdef init\nmachine h password no\n\ndefault login d password dp\n',
  };

  it("is read from a file beside the configuration, without its last line end", () => {
    expect(settings(server("user: u, password_file: pw"), { files: { pw: " s3cret \r\n" } }).password).toBe(" s3cret ");
  });

  it("is looked up in ~/.netrc or $NETRC, with the user where none is given", () => {
    expect(settings(server("netrc: true"), { files: netrc })).toMatchObject({ user: "u", password: 'p "w' });
    expect(settings(server("netrc: true, user: d"), { files: netrc })).toMatchObject({ user: "d", password: "dp" });
    const path = configFolder({ n: "machine h login x password #1" });
    expect(settings(server("netrc: true"), { env: { NETRC: path("n") } })).toMatchObject({ user: "x", password: "#1" });
  });

  it.each([
    ["password: d", "password_file: pw", "f"],
    ["password_file: pw", "password: s", "s"],
    ["netrc: true", "password: s", "s"],
    ["password: d", "netrc: true", 'p "w'],
    ["password: d", "netrc: false", "d"],
  ])("of defaults {%s} gives way to the server's {%s}", (defaults, own, password) => {
    const yaml = `defaults: { ${defaults} }\n${server(`user: u, ${own}`)}`;
    expect(settings(yaml, { files: { ...netrc, pw: "f\n" } }).password).toBe(password);
  });

  it("is the customary one for anonymous users, and must be given for others", () => {
    expect(settings(server("user: ftp")).password).toBe("anonymous@");
    expect(() => settings(server("user: harvest"))).toThrow(/:2:23: the user has no password; give `password`/);
    expect(() => settings(`defaults: { netrc: true }\n${server("user: u, netrc: false")}`)).toThrow("has no password");
  });

  it.each([
    ["a file that is not there", "user: u, password_file: pw", /:2:41: `password_file`: .*pw: there is no such file/],
    ["no netrc", "netrc: true", /:2:24: `netrc`: .*\.netrc: there is no such file/],
    [
      "a line end in the password",
      'user: u, password: "a\\r\\nDELE b"',
      /:2:36: `password`: a line end or a NUL is in it/,
    ],
    ["a line end in the user", 'user: "a\\nb", password: p', /:2:23: `user`: a line end/],
    ["an empty user", 'user: "", password: p', /:2:23: `user` is empty/],
  ])("cannot be had: %s", (_what, keys, says) => expect(() => settings(server(keys))).toThrow(says));

  it("cannot be had from a netrc without this machine, or a file of two lines", () => {
    const files = { "home/.netrc": "machine other password x", pw: "one\ntwo\n" };
    expect(() => settings(server("netrc: true"), { files })).toThrow("no password for machine h");
    expect(() => settings(server("user: u, password_file: pw"), { files })).toThrow("`password_file`: a line end");
  });
});
