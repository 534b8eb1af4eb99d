import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CODES_BY_NUMBER } from "../../src/cli/exitCodes.ts";
import { configReference } from "../../src/config/reference.ts";
import { OTHER_REPLIES, REPLIES } from "../../src/ftp/replyCodes.ts";
import { CODES } from "../../src/records/codes.ts";

const COMMANDS = [
  ...["servers", "list", "filter", "map", "limit", "dedupe", "exec", "fetch", "report", "harvest"],
  ...["harvest run", "harvest check", "harvest graph", "harvest bench"],
].map((name) => `ftp-${name}`);

/** README with the parts that are generated from the code: between `<!-- generated: NAME -->` and `<!-- end -->`. */
export function withGenerated(readme: string): string {
  const parts: Readonly<Record<string, () => string>> = {
    commands: () => COMMANDS.map(helpOf).join("\n\n"),
    keys: () => configReference().trim(),
    codes: codesTable,
    replies: repliesTable,
    "exit codes": exitCodesTable,
  };
  return readme.replace(
    /(<!-- generated: (.+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const make = parts[name];
      if (make === undefined) throw new Error(`README.md: nothing generates "${name}"`);
      return `${begin}\n${make()}\n\n${end}`;
    },
  );
}

/** What the built command prints, up to the exit codes, which are the same for all. */
function helpOf(command: string): string {
  const [program, ...words] = command.split(" ");
  const path = fileURLToPath(new URL(`../../dist/bin/${program}.js`, import.meta.url));
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run build`);
  const { stdout } = spawnSync(process.execPath, [path, ...words, "--help"], {
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "100" },
  });
  return `### ${command}\n\n\`\`\`text\n${stdout.replace(/\nExit codes:[\s\S]*/, "").trim()}\n\`\`\``;
}

function codesTable(): string {
  const rows = Object.entries(CODES).map(
    ([code, { meaning, retry, advice }]) => `| \`${code}\` | ${meaning} | ${retry ? "yes" : "no"} | ${advice} |`,
  );
  return ["| code | meaning | tried again | what to do |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function repliesTable(): string {
  const known = Object.entries(REPLIES).map(([reply, row]) => ({ reply, ...row }));
  const rows = [...known, ...OTHER_REPLIES].map(
    ({ reply, meaning, section, code }) => `| ${reply} | ${meaning} | ${section} | \`${code}\` |`,
  );
  return ["| reply | meaning | defined in | code |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function exitCodesTable(): string {
  const rows = CODES_BY_NUMBER.map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return ["| exit code | |", "| --- | --- |", ...rows].join("\n");
}
