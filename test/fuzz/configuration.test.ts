// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the configuration's variables look like those of templates.
import { match, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { findInNetrc, netrcEntries } from "../../src/config/netrc.ts";
import { serverSettings } from "../../src/config/settings.ts";
import { expand, MissingVariable, malformedVariable } from "../../src/config/variables.ts";
import { loadPipeline } from "../../src/pipeline/loadPipeline.ts";
import { STAGES } from "../../src/pipeline/registry.ts";
import { UnusableModule } from "../../src/pipeline/stageModule.ts";
import { UsageError } from "../../src/records/fault.ts";
import { configFolder } from "../config/configFolder.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutated.ts";

const CONFIGURATIONS = [
  "buffer_path: ./buffer\ndefaults:\n  user: harvest\n  password: ${FTP_PASSWORD}\n  connections: 5\nservers:\n  a: { host: 10.1.0.1, path: /out }\n  b: { host: h, port: 2121, secure: explicit, path: [/out, /reports] }\n",
  "servers:\n  a: &base { host: h, user: u, password: p, port: 1 }\n  b: &more { <<: *base, port: 2 }\n  c: { <<: [*more, *base], host: k }\n",
  '{\n\t"servers": {\n\t\t"a": {"host": "h", "port": 2121, "password": "x\\u0041"}\n\t}\n}',
  "servers:\n  a:\n    host: h\n    user: >-\n      long\n      text\n    password: |\n      x\n    netrc: false\n    encoding: gbk\n    timezone: Europe/Berlin\n    max_file_size: 10MB\n    timeout: 30s # enough\n",
];
const PIPELINES = [
  'name: branches\nsteps:\n  - servers: cfg.yaml\n  - list: { include: "*.csv" }\n  - exec: { command: "jq -c .", types: [file] }\n  - tee: listed.ndjson\n  - fetch: { jobs: 5 }\n  - report: { format: json }\n',
  "stages: [./at-least.js, package]\nsteps: [{ from: x.ndjson }, { filter: { match: [size>10MB, 'name~^a'] } }, { map: { set: { name: x }, drop: [raw] } }, limit: 5]\n",
  "steps:\n- servers: ${CFG:-cfg.yaml}\n- list\n- fetch\n- report\n",
];
const WORDS = [
  "${",
  "${A:-",
  "}",
  "*a",
  "&a ",
  "<<: ",
  ": ",
  "- ",
  "? ",
  "!t ",
  "|\n",
  ">-\n",
  '"',
  "'",
  "#",
  "---\n",
  "%YAML 1.2\n",
  "[",
  "{",
  ",",
];
const ENV = { FTP_PASSWORD: "S3cr3tOfTheEnvironment", HOME: "/nowhere" };

/** Throws unless all lines of a refusal are lines of text that begin with the file. */
function checkRefusal(error: unknown, file: string): string {
  if (!(error instanceof UsageError)) throw error;
  for (const line of error.message.split("\n")) {
    ok(line.startsWith(file), line);
    match(line, /^[^\u0000-\u001f\u007f-\u009f]+$/);
    ok(line.length < LONGEST_MESSAGE, `${line.length} characters`);
  }
  ok(!error.message.includes(ENV.FTP_PASSWORD), error.message);
  return error.message;
}

const LONGEST_MESSAGE = 5_000;

it("a damaged configuration is read, or refused with a place", async () => {
  const file = configFolder({})("cfg.yaml");
  await fuzz(
    { name: "damaged configuration", runs: 200 },
    {
      draws: mutated(CONFIGURATIONS, WORDS),
      holds(bytes) {
        writeFileSync(file, bytes);
        try {
          const config = loadConfig(file);
          for (const name of config.servers.keys()) serverSettings(config, name, { env: ENV });
        } catch (error) {
          checkRefusal(error, file);
        }
      },
    },
  );
});

it("a password is never shown, whatever signs are in it and however it is written", async () => {
  const file = configFolder({})("cfg.yaml");
  // Without `$`: what follows `${` is the name of a variable, and that is shown.
  const sign = fc.constantFrom(...", :{}[]#&*!|>'\"%@`\\-?\n\t=~".split(""), ": ", ", ", "\n  ", " #");
  const word = fc.constantFrom("Xq7Zk9", "Wv8Jp2", "Tm4Rb6");
  const texts = fc.array(fc.oneof(sign, word), { maxLength: 7 }).map((parts) => parts.join(""));
  // On a line of its own, before a colon, it is a key of the file: a server's name, say, and no part of a password.
  const password = texts.filter((text) => !/\n[^\n]*:(\s|$)/.test(text));
  const styles = [
    (text: string) => `servers:\n  a: { host: h, password: ${text} }\n`,
    (text: string) => `servers:\n  a:\n    host: h\n    password: ${text}\n    port: 0\n`,
    (text: string) => `defaults: { password: "${text}" }\nservers: { a: { host: h, port: x } }\n`,
    (text: string) => `defaults:\n  password: '${text}'\nservers: { a: { hots: h } }\n`,
  ];
  await fuzz(
    { name: "passwords", runs: 400 },
    {
      draws: fc.record({ text: password, style: fc.constantFrom(...styles) }),
      holds({ text, style }) {
        writeFileSync(file, style(text));
        try {
          const config = loadConfig(file);
          for (const name of config.servers.keys()) serverSettings(config, name, { env: {} });
        } catch (error) {
          const message = checkRefusal(error, file);
          ok(!/Xq7|Zk9|Wv8|Jp2|Tm4|Rb6/.test(message), message);
        }
      },
    },
  );
});

it("a damaged pipeline is read, or refused with a place", async () => {
  const file = configFolder({})("pipe.yaml");
  const importStages = () => Promise.reject(new UnusableModule("there is no such file"));
  await fuzz(
    { name: "damaged pipeline", runs: 200 },
    {
      draws: mutated(PIPELINES, WORDS),
      async holds(bytes) {
        writeFileSync(file, bytes);
        try {
          await loadPipeline(file, { stages: STAGES, sets: ["fetch.jobs=3"], env: ENV, importStages });
        } catch (error) {
          checkRefusal(error, error instanceof UsageError && error.message.startsWith("--set") ? "" : file);
        }
      },
    },
  );
});

it("a damaged netrc file has entries that can be looked through; variables are replaced, missing or malformed", async () => {
  const netrc = 'machine h login u password "a \\"b\\"" # c\nmacdef init\ncd /\n\ndefault login anonymous password x\n';
  await fuzz(
    { name: "netrc and variables", runs: 300 },
    {
      draws: mutated(
        [netrc, "${A}$${B}${C:-d}"],
        ["machine ", "macdef ", "default", "login ", '"', "#", "${", "}", ":-"],
      ),
      holds(bytes) {
        const text = bytes.toString("utf8");
        // Of quotes and backslashes some belong to the words, of letters all.
        const letters = lettersOf(text);
        for (const { machine, login, password } of netrcEntries(text)) {
          for (const word of [machine, login, password]) ok(letters.includes(lettersOf(word ?? "")), word);
        }
        findInNetrc(netrcEntries(text), "h", undefined);
        if (malformedVariable(text) !== undefined) return;
        try {
          expand(text, { A: "a" });
        } catch (error) {
          if (!(error instanceof MissingVariable)) throw error;
        }
      },
    },
  );
});

function lettersOf(text: string): string {
  return text.replace(/["\\]/g, "").toLowerCase();
}
