#!/usr/bin/env node
let require_command;
// bin/ftp-exec.ts
(require_command ??= require("../src/bundled/command.cjs")).main("ftp-exec");
