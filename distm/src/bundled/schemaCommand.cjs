let require_ftp;
let require_command;
// src/cli/schemaCommand.ts
/** `ftp-harvest schema` */
const run = async (args, world) => {
	const line = (require_command ??= require("./command.cjs")).commandLine("ftp-harvest schema", "Print the JSON Schema of cfg.yaml", [["ftp-harvest schema > cfg.schema.json", "for an editor to complete and check cfg.yaml"]]);
	(require_command ??= require("./command.cjs")).parse(line, {}, args, world);
	world.stdout.write(`${JSON.stringify((require_ftp ??= require("./ftp.cjs")).configSchema(), void 0, 2)}\n`);
	return 0;
};
exports.run = run;
