import { readFileSync, writeFileSync } from "node:fs";
import { withGenerated } from "./generated.ts";

// npm run readme: puts the generated parts into README.md.
const readme = new URL("../../README.md", import.meta.url);
writeFileSync(readme, withGenerated(readFileSync(readme, "utf8")));
