#!/usr/bin/env node
let require_command;
// bin/ftp-dedupe.ts
(require_command ??= require("../src/bundled/command.cjs")).main("ftp-dedupe");
