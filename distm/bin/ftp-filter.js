#!/usr/bin/env node
let require_command;
// bin/ftp-filter.ts
(require_command ??= require("../src/bundled/command.cjs")).main("ftp-filter");
