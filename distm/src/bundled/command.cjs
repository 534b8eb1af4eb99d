globalThis.__m=[['start',performance.now()]];const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let require_endOfRefused;
let require_displayWidth;
let require_stream;
let require_recordOutput;
let require_ftp;
let require_recordInput;
let require_spilledFile;
let require_fileSelection;
let require_walk;
let require_resultCollector;
let require_throughProgram;
let require_fulfils;
let require_changedRecord;
let require_from;
let require_printResult;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_tty;
let node_os;
let node_timers_promises;
globalThis.__m.push(["node_modules/commander/lib/error.js",performance.now()]);
var require_error = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));
globalThis.__m.push(["node_modules/commander/lib/argument.js",performance.now()]);
var require_argument = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));
globalThis.__m.push(["node_modules/commander/lib/help.js",performance.now()]);
var require_help = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));
globalThis.__m.push(["node_modules/commander/lib/option.js",performance.now()]);
var require_option = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));
globalThis.__m.push(["node_modules/commander/lib/suggestSimilar.js",performance.now()]);
var require_suggestSimilar = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));
globalThis.__m.push(["node_modules/commander/lib/command.js",performance.now()]);
var require_command = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const EventEmitter = require("node:events").EventEmitter;
	const childProcess = require("node:child_process");
	const path = require("node:path");
	const fs = require("node:fs");
	const process = require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));
globalThis.__m.push(["node_modules/commander/index.js",performance.now()]);
var require_commander = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = (/* @__PURE__ */ require_rolldown_runtime.__toESM(require_commander(), 1)).default;
globalThis.__m.push(["src/records/codes.ts",performance.now()]);
/**
* The one table of failure codes. Public: a code is never re-meant, only added.
*
* `retry` tells whether trying the same thing again can help; `meaning` is for the reference, `advice` for the operator.
*/
const CODES$1 = {
	connect_refused: {
		retry: true,
		meaning: "nothing listens on the server's host and port",
		advice: "is the FTP server running, is `port` right, and does a firewall let this machine in?"
	},
	dns: {
		retry: true,
		meaning: "the host name has no address",
		advice: "check the spelling of `host` and the name server"
	},
	unreachable: {
		retry: true,
		meaning: "the network has no way to the host, or no socket was to be had here",
		advice: "check the line, the route and the firewall; the message says where it is this machine's open files"
	},
	tls: {
		retry: false,
		meaning: "the TLS handshake failed or the certificate was not accepted",
		advice: "check `secure`, `ca`, and the host name and the dates in the certificate"
	},
	login: {
		retry: false,
		meaning: "the server refused user or password",
		advice: "check `user` and `password`, then whether the server has locked the user or lets it in from here"
	},
	too_many_connections: {
		retry: true,
		meaning: "the server takes no more connections now",
		advice: "lower `connections` for this server, or end what else is logged in there"
	},
	not_found: {
		retry: false,
		meaning: "the server has no such file or folder (any more)",
		advice: "check `path`; a file may have been taken away since it was listed"
	},
	denied: {
		retry: false,
		meaning: "the server does not let this user read it",
		advice: "ask for the right to read it"
	},
	busy: {
		retry: true,
		meaning: "the server can't do it now (a reply 4xx; at a log-in also 421)",
		advice: "the message has the server's own words: it may be at a limit, out of space or going down; run again later"
	},
	timeout: {
		retry: true,
		meaning: "the server was silent for longer than `timeout`, or a limit on time was reached",
		advice: "is the line slow? then raise the limit that the message names; no data connection: are the server's passive ports open?"
	},
	cut_off: {
		retry: true,
		meaning: "the connection ended in the middle, or a data connection could not be opened",
		advice: "a firewall or the server ends connections: look at its log and its limits on idle sessions, open its passive ports"
	},
	size_mismatch: {
		retry: true,
		meaning: "not as many bytes came as the listing said",
		advice: "was the file still being written? then run again, or list only older files with --older-than"
	},
	changed: {
		retry: true,
		meaning: "the file changed on the server while it was fetched, again and again",
		advice: "was it still being written? list only older files with --older-than"
	},
	hash_mismatch: {
		retry: true,
		meaning: "what came does not have the hash that the server gives (`verify: hash`)",
		advice: "did the file change meanwhile? else look at the line and at the server's disk"
	},
	too_large: {
		retry: false,
		meaning: "the file is larger than `max_file_size`",
		advice: "if it is right, raise `max_file_size`"
	},
	listing_incomplete: {
		retry: true,
		meaning: "the listing was cut, goes beyond a limit, or has lines nobody can read",
		advice: "the message says which limit: raise it on the server (Pure-FTPd: `-L`) or here (`max_…`); a line nobody can read: list that folder by hand"
	},
	unsafe_name: {
		retry: false,
		meaning: "the name can't be a file below the server's folder",
		advice: "rename it on the server, or do what the message says: take a link here away, raise `max_name`"
	},
	locked: {
		retry: false,
		meaning: "another run works on this server's folder",
		advice: "wait for it to end, or give --wait-lock"
	},
	disk: {
		retry: false,
		meaning: "the file could not be written here",
		advice: "look at space, rights and quota of the buffer path"
	},
	config: {
		retry: false,
		meaning: "the configuration has no usable settings for this server",
		advice: "check the configuration that the record names"
	},
	command: {
		retry: false,
		meaning: "a command that stands in the stream failed",
		advice: "run it by hand on the records that it got"
	},
	protocol: {
		retry: true,
		meaning: "the server sent what FTP does not allow",
		advice: "run again with -v and look at the server's log"
	}
};
globalThis.__m.push(["src/records/fault.ts",performance.now()]);
/**
* The one class of errors thrown for what can go wrong with a server, a file or a disk. It carries a code from the table and
* becomes a `failure` record where a stage catches it. Anything else that is thrown is a bug.
*/
var Fault = class extends Error {
	code;
	/** Whether trying again can help: the table's word unless the thrower knows better. */
	retry;
	constructor(code, message, options) {
		super(message, options?.cause === void 0 ? void 0 : { cause: options.cause });
		this.name = "Fault";
		this.code = code;
		this.retry = options?.retry ?? CODES$1[code].retry;
	}
};
/**
* Wrong usage or configuration: nothing is started, exit code 2. `message` has a clear line for each problem (what, where, how to
* mend it), with `file:line:column: ` in front where there is a place to point at.
*/
var UsageError = class extends Error {
	name = "UsageError";
};
globalThis.__m.push(["src/cli/blockedReader.ts",performance.now()]);
/**
* A reader that takes nothing for so long after a signal got none, and will not read on. Node sees what is taken by whole chunks, of 64 KiB
* here: for less, a shell's loop of some ten records a second would lose the last ones.
*/
const PATIENCE_MS = 6e4;
/**
* After a signal, ends this process where a reader keeps it from its end: what is in a full pipe can't be written, and the system would
* wait for ever. A reader that is only slow is waited for.
*/
function leaveBlockedReader(stdout, signal, end) {
	const begin = () => {
		let waiting = 0;
		const look = () => {
			if (stdout.writableLength > 0 && stdout.writableLength === waiting) end();
			waiting = stdout.writableLength;
		};
		setInterval(look, PATIENCE_MS / 2).unref();
	};
	if (signal.aborted) begin();
	else signal.addEventListener("abort", begin, { once: true });
}
globalThis.__m.push(["src/records/errorCode.ts",performance.now()]);
/** The system's word for what went wrong, such as `ENOENT`; empty for errors that are not the system's. */
function errorCode(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
globalThis.__m.push(["src/cli/brokenWords.ts",performance.now()]);
/** What a command says of the error that ended it: the operator's own business in his words, else it is a bug of ours. */
function brokenWords(command, error) {
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof Fault) return `${command}: ${message}`;
	if (errorCode(error) === "EMFILE") return `${command}: this process may have too few files open: raise ulimit -n`;
	return `${command}: internal error: ${message} (with -v: where; please report it)`;
}
globalThis.__m.push(["src/cli/lostTerminal.ts",performance.now()]);
const STANDARD_STREAMS = [
	0,
	1,
	2
];
/**
* In its last moment Node gives each terminal back as it was, and aborts where that fails (exit code 134): from a terminal that is lost
* by then this process parts by itself.
*/
function partFromLostTerminals() {
	const terminals = STANDARD_STREAMS.filter((fd) => (0, (node_tty ??= require("node:tty")).isatty)(fd));
	process.on("exit", () => {
		for (const fd of terminals) if (!(0, (node_tty ??= require("node:tty")).isatty)(fd)) (0, node_fs.closeSync)(fd);
	});
}
globalThis.__m.push(["src/records/printable.ts",performance.now()]);
/** What must not reach a terminal raw: control characters (C0, DEL, C1), line and paragraph separators, marks that turn text. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** The same without C0: in a text of JSON it is escaped, and stands raw only between values. */
const UNPRINTABLE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Text of servers and file names, made safe for a terminal: what it must not be shown is written as escapes. */
function printable(text) {
	return text.replace(UNPRINTABLE, (character) => ESCAPES[character] ?? escaped(character));
}
const ESCAPES = {
	"	": "\\t",
	"\n": "\\n",
	"\r": "\\r"
};
function escaped(character) {
	const code = character.charCodeAt(0);
	return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character);
}
/**
* One or more values of JSON, such as NDJSON, made safe for a terminal; they mean the same. C1 has the terminal's commands too: U+009B
* is what ESC [ is.
*/
function printableJson(json) {
	return json.replace(UNPRINTABLE_IN_JSON, unicodeEscape);
}
/** `\u202e`, as JSON writes it. */
function unicodeEscape(character) {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
globalThis.__m.push(["src/cli/sayRefused.ts",performance.now()]);
/** Where records would have gone, the stages behind end quietly with 2 as well: what is wrong has been said here, once. */
async function sayRefused(stage, { stdout }) {
	if (stdout.isTTY) return;
	const output = new (require_recordOutput ??= (require("./recordOutput.cjs"))).RecordOutput(stdout);
	output.record((require_endOfRefused ??= require("./endOfRefused.cjs")).endOfRefused(stage, (require_displayWidth ??= require("./displayWidth.cjs")).newBy(stage), (require_displayWidth ??= require("./displayWidth.cjs")).newRunId()));
	await output.end();
}
globalThis.__m.push(["src/config/localPath.ts",performance.now()]);
/** A path of the configuration, made absolute: relative ones begin beside the file, `~/` in the user's home. */
function localPath(path, configFile, env) {
	const fromFile = /^~(\/|$)/.test(path) ? (0, node_path.join)(home(env), path.slice(1)) : path;
	return (0, node_path.resolve)((0, node_path.dirname)(configFile), fromFile);
}
/** The user's home; `/` for users that have none, as containers give them. */
function home(env) {
	return env["HOME"] || homeOfUser();
}
function homeOfUser() {
	try {
		return (0, (node_os ??= require("node:os")).userInfo)().homedir;
	} catch {
		return "/";
	}
}
globalThis.__m.push(["src/cli/signals.ts",performance.now()]);
/** What a shell says of a process that the signal has ended. */
const CODES = {
	SIGHUP: 129,
	SIGINT: 130,
	SIGTERM: 143
};
/** `timeout` signals its process and then the group: twice within 2 ms, on a busy machine too, is once. No hand is so fast as this. */
const ONE_MOMENT_MS = 100;
/** `now`: milliseconds from anywhere. */
function listenForSignals(source, now = () => performance.now()) {
	const controller = new AbortController();
	let code = 0;
	let since_ms = 0;
	const first = (name) => {
		code = CODES[name];
		controller.abort(new Error(name));
		since_ms = now();
	};
	const another = (name) => {
		if (name !== "SIGHUP" && now() - since_ms >= ONE_MOMENT_MS) source.exit(code);
	};
	for (const name of [
		"SIGHUP",
		"SIGINT",
		"SIGTERM"
	]) source.on(name, () => code === 0 ? first(name) : another(name));
	return {
		signal: controller.signal,
		code: () => code
	};
}
globalThis.__m.push(["src/cli/terminal.ts",performance.now()]);
/**
* stderr, for people: notes, errors and one progress line. stdout is for records and the report only. Whatever servers sent is
* made harmless in here.
*/
var Terminal = class {
	#command;
	#stream;
	#loudness = "normal";
	#status = "";
	constructor(command, stream) {
		this.#command = command;
		this.#stream = stream;
		stream.on("error", () => {});
	}
	set loudness(loudness) {
		this.#loudness = loudness;
	}
	get isTerminal() {
		return this.#stream.isTTY === true;
	}
	/** Terminals that nobody has told their size say 0. */
	get columns() {
		return this.#stream.columns || 80;
	}
	/** Something to know. Not with -q. */
	note(message) {
		if (this.#loudness !== "quiet") this.#line(`${this.#command}: ${printable(message)}`);
	}
	/** Something for those who look closely: only with -v. */
	detail(message) {
		if (this.#loudness === "verbose") this.#line(`${this.#command}: ${printable(message)}`);
	}
	/** Why nothing was done. Always said. `message` may have several lines, which begin with a place or the command's name. */
	error(message) {
		for (const line of message.split("\n")) this.#line(printable(line));
	}
	/** The progress line, drawn over the one before; "" takes it away. */
	status(text) {
		if (!this.isTerminal || this.#loudness === "quiet" || text === this.#status) return;
		this.#stream.write(`\r\x1b[K${cutTo(this.columns - 1, printable(text))}`);
		this.#status = text;
	}
	#line(text) {
		const status = this.#status;
		if (status !== "") this.status("");
		this.#stream.write(`${text}\n`);
		if (status !== "") this.status(status);
	}
};
/** A line that wraps can't be drawn over. */
function cutTo(columns, text) {
	let shown = text.slice(0, columns);
	while ((require_displayWidth ??= require("./displayWidth.cjs")).displayWidth(shown) > columns) shown = shown.slice(0, -1);
	return shown;
}
globalThis.__m.push(["src/cli/world.ts",performance.now()]);
function thisWorld(command) {
	let stdin;
	process.stdout.on("error", () => {});
	return {
		command,
		terminal: new Terminal(command, process.stderr),
		signals: listenForSignals(process),
		env: process.env,
		get stdin() {
			stdin ??= process.stdin;
			return stdin;
		},
		/** Nothing more is wanted from upstream; an open stdin would keep the process alive. */
		leaveStdin: () => void stdin?.destroy(),
		stdout: process.stdout,
		stateFolder: (require_displayWidth ??= require("./displayWidth.cjs")).stateFolder(process.env, home(process.env))
	};
}
globalThis.__m.push(["src/cli/main.ts",performance.now()]);
var main_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	main: () => main,
	runMain: () => runMain
});
/** Each is loaded only when it is the one: a command must start like a Unix command. */
const COMMANDS = {
	"ftp-servers": () => Promise.resolve().then(() => ftpServers_exports),
	"ftp-list": () => Promise.resolve().then(() => ftpList_exports),
	"ftp-filter": () => step(Promise.resolve().then(() => filter_exports).then(({ filterStage }) => filterStage)),
	"ftp-map": () => step(Promise.resolve().then(() => map_exports).then(({ mapStage }) => mapStage)),
	"ftp-limit": () => step(Promise.resolve().then(() => limit_exports).then(({ limitStage }) => limitStage)),
	"ftp-dedupe": () => step(Promise.resolve().then(() => dedupe_exports).then(({ dedupeStage }) => dedupeStage)),
	"ftp-exec": () => step(Promise.resolve().then(() => exec_exports).then(({ execStage }) => execStage)),
	"ftp-fetch": () => step(Promise.resolve().then(() => fetch_exports).then(({ fetchStage }) => fetchStage)),
	"ftp-report": () => Promise.resolve().then(() => ftpReport_exports),
	"ftp-harvest": () => Promise.resolve().then(() => ftpHarvest_exports)
};
async function step(stage) {
	const { stepCommand } = await Promise.resolve().then(() => stepCommand_exports);
	return { run: stepCommand(await stage) };
}
/** Runs a command by its name and leaves its exit code behind. */
async function main(name) {
	const load = COMMANDS[name];
	if (load === void 0) throw new Error(`no command ${name}`);
	await runMain(name, load);
}
/** Runs a command and leaves its exit code behind. What is still in the pipe gets out before the process ends. */
async function runMain(name, load) {
	partFromLostTerminals();
	const world = thisWorld(name);
	const { signal, code } = world.signals;
	leaveBlockedReader(world.stdout, signal, () => process.exit(code()));
	process.exitCode = await exitCode(load, world);
	world.leaveStdin();
}
async function exitCode(load, world) {
	try {
		const { run } = await load();
		return await run(process.argv.slice(2), world);
	} catch (error) {
		if (error instanceof CommanderError && error.exitCode === 0) return 0;
		if (error instanceof UsageError) world.terminal.error(error.message);
		else if (!(error instanceof CommanderError)) return broken(error, world);
		const stage = world.command.replace(/^ftp-/, "");
		if (!REPORTING.includes(stage)) await sayRefused(stage, world);
		return 2;
	}
}
/** A report is no place for records. (`ftp-harvest run` without a report says so itself.) */
const REPORTING = ["report", "harvest"];
/** A full disk, or a bug of ours. What was written so far has no orderly end, so that those behind see it as cut. */
function broken(error, world) {
	world.terminal.error(brokenWords(world.command, error));
	if (process.argv.includes("-v") && error instanceof Error) world.terminal.error(error.stack ?? "");
	return 3;
}
globalThis.__m.push(["src/config/kinds.ts",performance.now()]);
var kinds_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	choice: () => choice,
	duration: () => duration,
	durationWithin: () => durationWithin,
	globs: () => globs,
	host: () => host,
	integer: () => integer,
	oneOrMany: () => oneOrMany,
	path: () => path,
	rate: () => rate,
	serverPath: () => serverPath,
	size: () => size,
	sizeLimit: () => sizeLimit,
	sourceText: () => sourceText,
	switchKind: () => switchKind,
	text: () => text,
	timezone: () => timezone
});
/** Milliseconds, written `500ms`, `30s`, `15m`, `2h`, `1d`. A bare `0` is zero. */
const duration = {
	expected: "a duration such as 500ms, 30s, 15m, 2h or 1d",
	placeholder: "DURATION",
	schema: {
		type: ["string", "integer"],
		pattern: "^(0|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$",
		minimum: 0,
		maximum: 0
	},
	parse(value) {
		const text = scalarText(value);
		if (text === "0") return 0;
		const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text ?? "");
		const ms = Math.round(Number(match?.[1]) * (UNIT_ms[match?.[2] ?? ""] ?? NaN));
		return Number.isSafeInteger(ms) ? ms : void 0;
	}
};
const UNIT_ms = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
/** A duration within bounds, which are given as they are written, such as `1ms` and `1d`. */
function durationWithin(least, most) {
	const [least_ms = 0, most_ms = 0] = [duration.parse(least), duration.parse(most)];
	return {
		...duration,
		expected: `a duration from ${least} to ${most}, such as 30s`,
		parse(value) {
			const ms = duration.parse(value);
			return ms !== void 0 && ms >= least_ms && ms <= most_ms ? ms : void 0;
		}
	};
}
/** A whole number, both bounds included. */
function integer(least, most) {
	return {
		expected: `a whole number from ${least} to ${most}`,
		placeholder: "N",
		schema: {
			type: "integer",
			minimum: least,
			maximum: most
		},
		parse(value) {
			const text = scalarText(value) ?? "";
			const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
			return number >= least && number <= most ? number : void 0;
		}
	};
}
/** Bytes: a bare number, or with a unit, decimal (kB, MB, GB, TB: powers of 1000) or binary (KiB, MiB, GiB, TiB: of 1024). */
const size = {
	expected: "a size in bytes such as 123, 10MB (10 × 1000²) or 4KiB (4 × 1024)",
	placeholder: "SIZE",
	schema: {
		type: ["string", "integer"],
		pattern: "^[0-9]+(\\.[0-9]+)? ?(([kKmMgGtT]i?)?[bB])?$",
		minimum: 0
	},
	parse(value) {
		const match = /^(\d+(?:\.\d+)?) ?(?:([kmgt])(i?)b|b)?$/i.exec(scalarText(value) ?? "");
		if (match === null) return void 0;
		const [, number, prefix, binary] = match;
		const power = prefix === void 0 ? 0 : "kmgt".indexOf(prefix.toLowerCase()) + 1;
		const bytes = Math.round(Number(number) * (binary ? 1024 : 1e3) ** power);
		return Number.isSafeInteger(bytes) ? bytes : void 0;
	}
};
/** A size that is a limit: of nothing it would be none, and people write 0 where they mean none. */
const sizeLimit = {
	...size,
	expected: "a size of 1 byte or more, such as 10MB (10 × 1000²) or 4KiB (4 × 1024)",
	schema: {
		...size.schema,
		minimum: 1
	},
	parse(value) {
		const bytes = size.parse(value);
		return bytes === 0 ? void 0 : bytes;
	}
};
/** Bytes a second, written as a size and `/s`. A bare `0` is zero. */
const rate = {
	expected: "a rate such as 100B/s, 50kB/s or 1MiB/s, or 0",
	placeholder: "RATE",
	schema: {
		type: ["string", "integer"],
		pattern: "^(0|[0-9]+(\\.[0-9]+)? ?([kKMGT]i?)?[bB]/s)$",
		minimum: 0,
		maximum: 0
	},
	parse(value) {
		const text = scalarText(value);
		if (text === "0") return 0;
		const bytes = /b\/s$/i.test(text ?? "") ? text?.slice(0, -2) : void 0;
		return bytes === void 0 ? void 0 : size.parse(bytes);
	}
};
/** Text that is not empty. */
const text = {
	expected: "a text that is not empty",
	placeholder: "TEXT",
	schema: {
		type: "string",
		minLength: 1
	},
	parse: (value) => typeof value === "string" && value !== "" && !value.includes("\0") ? value : void 0
};
/** Text exactly as it is written, even if it looks like a number: `001`, `012345`, `yes`. May be empty (`""`). */
const sourceText = {
	expected: "a text",
	placeholder: "TEXT",
	schema: { type: [
		"string",
		"number",
		"boolean"
	] },
	parse: (value) => typeof value === "string" ? value : void 0
};
/** On or off. */
const switchKind = {
	expected: "true or false",
	placeholder: void 0,
	schema: { type: "boolean" },
	choices: ["true", "false"],
	parse(value) {
		if (value === true || value === "true") return true;
		return value === false || value === "false" ? false : void 0;
	}
};
/** One of a few words. */
function choice(...words) {
	return {
		expected: alternatives(words),
		placeholder: words.join("|"),
		schema: { enum: words },
		choices: words,
		parse: (value) => words.find((word) => word === value)
	};
}
/**
* File name patterns: one text with commas between them, or a list of texts, which are taken as they are. A comma inside `{a,b}` or
* after a backslash belongs to its pattern.
*/
const globs = {
	expected: "a pattern such as *.csv, several with commas between them, or a list of them",
	placeholder: "GLOB[,GLOB...]",
	takesList: true,
	schema: oneOrManySchema({
		type: "string",
		minLength: 1
	}),
	parse(value) {
		const patterns = Array.isArray(value) ? parseAll(text, value) : splitGlobs(scalarText(value) ?? "");
		return patterns === void 0 || patterns.length === 0 ? void 0 : patterns;
	},
	asText: (pattern) => cutAtCommas(pattern).join("\\,").replace(/^\s|\\?\s$/g, (end) => `[${end.at(-1)}]`)
};
/** A path here: what a relative one is relative to is for the key to say. */
const path = {
	...text,
	expected: "a path",
	placeholder: "PATH"
};
/** A path on a server. Line ends can't be sent in FTP's commands. */
const serverPath = {
	...path,
	expected: "a path on the server, such as /out",
	parse: (value) => typeof value === "string" && /^[^\0\r\n]+$/.test(value) ? value : void 0
};
/** A host name or address: no URL, and no port. */
const host = {
	expected: "a host name or address, such as ftp.example.org or 10.1.0.1",
	placeholder: "HOST",
	schema: {
		type: "string",
		minLength: 1
	},
	parse(value) {
		const name = /^\[(.*)\]$/.exec(scalarText(value) ?? "")?.[1] ?? scalarText(value) ?? "";
		return /^[^\s/@:[\]\0-\x1f\x7f]+$/.test(name) || /^[\da-f]*:[\da-f]*:[\da-f:.]*(%\w+)?$/i.test(name) ? name : void 0;
	}
};
/** One value or a list of them. */
function oneOrMany(kind) {
	return {
		...kind,
		expected: `${kind.expected}, or a list of them`,
		takesList: true,
		schema: oneOrManySchema(kind.schema),
		parse(value) {
			const all = parseAll(kind, Array.isArray(value) ? value : [value]);
			return all === void 0 || all.length === 0 ? void 0 : all;
		}
	};
}
/** A time zone by its IANA name. */
const timezone = {
	expected: "a time zone such as UTC or Europe/Berlin",
	placeholder: "ZONE",
	schema: {
		type: "string",
		pattern: "^[A-Za-z]"
	},
	parse(value) {
		if (typeof value !== "string" || !/^[A-Za-z]/.test(value)) return void 0;
		try {
			new Intl.DateTimeFormat("en", { timeZone: value });
			return value;
		} catch {
			return;
		}
	}
};
/** "none, explicit or implicit" */
function alternatives(words) {
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
/** A text or a number as text. */
function scalarText(value) {
	if (typeof value === "number") return String(value);
	return typeof value === "string" ? value : void 0;
}
function parseAll(kind, values) {
	const parsed = values.map((value) => kind.parse(value)).filter((value) => value !== void 0);
	return parsed.length === values.length ? parsed : void 0;
}
function oneOrManySchema(item) {
	return { anyOf: [item, {
		type: "array",
		items: item,
		minItems: 1
	}] };
}
function splitGlobs(list) {
	return cutAtCommas(list).map((pattern) => pattern.trim()).filter((pattern) => pattern !== "");
}
/** Cuts at the commas that stand outside of braces. A brace that never closes is an ordinary character. */
function cutAtCommas(list) {
	const patterns = [""];
	const closing = closingBraces(list);
	let closes = -1;
	for (const [sign, at] of signs(list)) {
		if (sign === "{" && at > closes) closes = closing.get(at) ?? -1;
		if (sign === "," && at > closes) patterns.push("");
		else patterns[patterns.length - 1] += sign;
	}
	return patterns;
}
/** Where each brace that opens closes, for those that do. */
function closingBraces(list) {
	const closing = /* @__PURE__ */ new Map();
	const open = [];
	for (const [sign, at] of signs(list)) {
		if (sign === "{") open.push(at);
		const opened = sign === "}" ? open.pop() : void 0;
		if (opened !== void 0) closing.set(opened, at);
	}
	return closing;
}
/** The characters of a pattern with their places; one after a backslash comes together with it. */
function signs(pattern) {
	return [...pattern.matchAll(/\\?[\s\S]/g)].map((match) => [match[0], match.index]);
}
globalThis.__m.push(["src/records/record.ts",performance.now()]);
/** The types of records of ours. Others may flow with them. */
const TYPES = /* @__PURE__ */ new Set([...[
	"server",
	"file",
	"listed",
	"download",
	"failure",
	"skipped",
	"harvested",
	"end",
	"source"
]]);
/** All but `file` and `download`: few, kept in journals, and what `ftp-filter` lets pass. */
function isControl(record) {
	return record.type !== "file" && record.type !== "download";
}
globalThis.__m.push(["src/config/foldersDeep.ts",performance.now()]);
/** How many folders deep a tree is walked. Paths longer than 4,096 bytes can't be had here anyway. */
const foldersDeep = integer(1, 1e3);
globalThis.__m.push(["src/config/nearest.ts",performance.now()]);
/**
* The known word that a person probably meant, or undefined when none is near: a few letters wrong, missing, doubled or
* swapped, in another case, `-` for `_`, or a longer or shorter form (`username` for `user`).
*/
function nearest(word, known) {
	const wanted = plain(word);
	let [best, least] = [void 0, Number.POSITIVE_INFINITY];
	for (const candidate of known) {
		const distance = distanceTo(wanted, plain(candidate));
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}
/** "; did you mean `password`?", or nothing. */
function didYouMean(word, known) {
	const meant = nearest(word, known);
	return meant === void 0 ? "" : `; did you mean \`${meant}\`?`;
}
/** Longer words are not compared: the time grows with the square of their length. */
const LONGEST = 64;
/** Shorter ones begin too many words. */
const SHORTEST_PREFIX = 3;
function plain(word) {
	return word.toLowerCase().replaceAll("-", "_");
}
/** Infinite when it is too far for a slip. */
function distanceTo(word, known) {
	const [shorter, longer] = word.length < known.length ? [word, known] : [known, word];
	if (longer.length > LONGEST) return Number.POSITIVE_INFINITY;
	const bearable = Math.max(1, Math.floor(longer.length / 3));
	const isForm = shorter.length >= SHORTEST_PREFIX && longer.startsWith(shorter);
	if (longer.length - shorter.length > bearable) return isForm ? longer.length : Number.POSITIVE_INFINITY;
	const distance = editDistance(word, known);
	if (distance <= bearable && distance < shorter.length) return distance;
	return isForm ? longer.length : Number.POSITIVE_INFINITY;
}
/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function editDistance(a, b) {
	let before = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
			row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped));
		}
		[before, last] = [last, row];
	}
	return at(last, b.length);
}
function at(row, index) {
	return row[index] ?? Number.POSITIVE_INFINITY;
}
/** The option `--servers`, which every stage that works on servers has. */
const serversAtOnce = {
	kind: integer(1, 1e4),
	default: 64,
	help: "servers at once, in the configuration's order; no more than open files allow"
};
globalThis.__m.push(["src/stages/stage.ts",performance.now()]);
/** Keeps the option types while checking the shape. */
function defineStage(stage) {
	return stage;
}
function scopeOf(stage, options) {
	return stage.scopeWith?.(options) ?? stage.scope;
}
globalThis.__m.push(["src/stages/faultRecord.ts",performance.now()]);
/** The `failure` record of a fault: failure is data and flows to the report. */
function faultRecord(fault, where) {
	const { run, by, ...rest } = where;
	return {
		type: "failure",
		run,
		by,
		...rest,
		code: fault.code,
		message: fault.message,
		retry: fault.retry
	};
}
globalThis.__m.push(["src/stages/latestKeys.ts",performance.now()]);
/** Keys in each generation: 32 MiB. */
const MOST_KEYS = 2 ** 21;
/**
* Which keys came before. Memory is bounded: two generations of keys, of which the older is forgotten when the younger is full. A key
* that was forgotten counts as new. Keys are told apart by 64 bits: among a million, two are taken for one once in ten million times.
*/
var LatestKeys = class {
	#mostKeys;
	#younger = new Generation();
	#older = new Generation();
	/** Used for each key anew. */
	#hash = {
		high: 0,
		low: 0
	};
	#seed = (require_stream ??= require("./stream.cjs")).newSeed();
	/** `mostKeys`: in each of the two generations. */
	constructor(mostKeys = MOST_KEYS) {
		this.#mostKeys = mostKeys;
	}
	has(key) {
		(require_stream ??= require("./stream.cjs")).hashInto(this.#hash, key, this.#seed);
		return this.#younger.has(this.#hash) || this.#older.has(this.#hash);
	}
	/** False when the key is known. */
	add(key) {
		const isNew = !this.has(key);
		this.#younger.add(this.#hash);
		if (this.#younger.size >= this.#mostKeys) {
			this.#older = this.#younger;
			this.#younger = new Generation();
		}
		return isNew;
	}
};
/** Hashes in open addressing: 8 bytes a slot, no more than half of them full. */
var Generation = class {
	size = 0;
	#high = new Uint32Array(FEWEST_SLOTS);
	#low = new Uint32Array(FEWEST_SLOTS);
	has(hash) {
		return !this.#isFree(this.#slotOf(hash));
	}
	add(hash) {
		const slot = this.#slotOf(hash);
		if (!this.#isFree(slot)) return;
		this.#high[slot] = hash.high;
		this.#low[slot] = lowOf(hash);
		this.size++;
		if (this.size * 2 > this.#high.length) this.#grow();
	}
	/** Where it is, or would be. */
	#slotOf(hash) {
		const { high } = hash;
		const low = lowOf(hash);
		const mask = this.#high.length - 1;
		let slot = (high ^ low) & mask;
		while (!this.#isFree(slot) && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = slot + 1 & mask;
		return slot;
	}
	#isFree(slot) {
		return this.#low[slot] === 0;
	}
	#grow() {
		const [highs, lows] = [this.#high, this.#low];
		this.#high = new Uint32Array(highs.length * 2);
		this.#low = new Uint32Array(highs.length * 2);
		this.size = 0;
		for (const [slot, low] of lows.entries()) if (low !== 0) this.add({
			high: highs[slot] ?? 0,
			low
		});
	}
};
const FEWEST_SLOTS = 1024;
/** 0 marks a free slot. */
function lowOf({ low }) {
	return low || 1;
}
globalThis.__m.push(["src/stages/onSession.ts",performance.now()]);
/** What is known of a piece of work on sessions, also after it has failed. */
var Tries = class {
	/** How often it was tried. One on a session that died while it lay idle or was led astray is none, nor is one that was misled. */
	count = 0;
	/** The work sets it when the server has sent something in this try: then the session was alive. */
	heard = false;
	/** The work sets it when this try went on with what an earlier one had left, and that was to blame: it is given up, so the next one is no repetition. */
	misled = false;
	/** There was no session to be had: nothing else can be done on this server either. */
	serverIsGone = false;
};
/** Faults that only a server can have which answers. */
const ANSWERS = [
	"not_found",
	"denied",
	"busy",
	"size_mismatch",
	"changed",
	"hash_mismatch"
];
/**
* Does something on a session, again with back-off where that can help. Each try has a lease of its own, and none is held while
* waiting. Rejects with the last try's `Fault`, or with the signal's `AbortError`.
*/
async function onSession({ pool, settings, signal }, work, tries = new Tries()) {
	let staleAllowed = settings.connections;
	for (;;) {
		let lease;
		try {
			lease = pool.leaseNow(signal, tries) ?? await pool.lease(signal, tries);
		} catch (error) {
			tries.serverIsGone = true;
			throw error;
		}
		tries.count++;
		tries.heard = false;
		tries.misled = false;
		try {
			const done = await work(lease.session);
			lease.succeeded();
			return done;
		} catch (error) {
			if (!(error instanceof Fault) || signal.aborted) throw error;
			const stale = error.retry && lease.reused && !lease.session.usable && !tries.heard && staleAllowed-- > 0;
			const { astray } = lease.session;
			if (!stale && !astray) tell(lease, error);
			const isFree = stale || astray || tries.misled;
			if (!(astray || canHelp(error, lease)) || !isFree && tries.count > settings.retries) throw error;
			if (isFree) tries.count--;
		} finally {
			lease.release();
		}
		if (tries.count > 0) await (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)((require_ftp ??= require("./ftp.cjs")).backOff(settings.retry_delay_ms, tries.count), void 0, { signal });
	}
}
/** A server that has forgotten a log-in takes another one; where the log-in was new, one more is forgotten as well (530). */
function canHelp(fault, lease) {
	return fault.retry && (lease.reused || fault.code !== "denied");
}
/** Whether a failed try speaks for or against the server as a whole. */
function tell(lease, fault) {
	if (ANSWERS.includes(fault.code)) lease.succeeded();
	else lease.failed(fault);
}
globalThis.__m.push(["src/stages/fetch.ts",performance.now()]);
var fetch_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ fetchStage: () => fetchStage });
/** With `keepOrder`: files that may be begun from the oldest on that has no outcome. The outcomes of those that are over wait in memory. */
const ORDER_WINDOW = 1e3;
/** Fetches files: takes `file` records in, gives one outcome for each, and a `harvested` record for each server. */
const fetchStage = defineStage({
	name: "fetch",
	summary: "Fetch the files of a listing",
	scope: "server",
	takes: ["file"],
	makes: [
		"download",
		"failure",
		"harvested"
	],
	options: {
		jobs: {
			kind: integer(1, 1e3),
			short: "j",
			help: "connections to one server; stands for `defaults.connections`, below a server's own `connections`"
		},
		to: {
			kind: path,
			help: "folder that holds the servers' folders, instead of the configuration's `buffer_path`"
		},
		waitLock: {
			kind: duration,
			default: 0,
			help: "how long to wait for another run that works on the same folder"
		},
		servers: serversAtOnce,
		keepOrder: {
			kind: switchKind,
			default: false,
			help: `outcomes in the order of the input; at most ${ORDER_WINDOW} files are begun ahead of one that is slow`
		},
		checksum: {
			kind: switchKind,
			default: false,
			help: "put the sha256 of what was written into each file's record"
		}
	},
	examples: [["ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report", "harvest all servers"], ["ftp-fetch --to /data < listed.ndjson", "fetch what a saved listing says"]],
	operator: (values, context) => (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const desks = new (require_spilledFile ??= (require("./spilledFile.cjs"))).Desks(values, context);
		const fetched = (file) => fetchFile(file, desks);
		const spill = {
			folder: (0, node_path.join)(context.stateFolder, "spill"),
			codec: (require_spilledFile ??= require("./spilledFile.cjs")).spilledFile,
			note: (message) => context.note(message)
		};
		const attend = values.keepOrder ? (require_stream ??= require("./stream.cjs")).orderedMergeMap(desks, fetched, ORDER_WINDOW, spill) : (require_stream ??= require("./stream.cjs")).fairMergeMap(desks, fetched, spill);
		const outcomes = source.pipe((require_stream ??= require("./stream.cjs")).tap({ complete: () => desks.inputIsOver() }), (require_stream ??= require("./stream.cjs")).bypass((require_spilledFile ??= require("./spilledFile.cjs")).isWanted, (require_stream ??= require("./stream.cjs")).pipe((require_stream ??= require("./stream.cjs")).map((record) => desks.ask((require_spilledFile ??= require("./spilledFile.cjs")).wantedFile(record))), attend, (require_stream ??= require("./stream.cjs")).eachOf((attended) => desks.handOn(attended))), (record) => desks.passOn(record)));
		return (require_stream ??= require("./stream.cjs")).concat(outcomes, (require_stream ??= require("./stream.cjs")).defer(() => desks.finish())).pipe((require_stream ??= require("./stream.cjs")).finalize(() => desks.close()));
	})
});
/** The story of one file. */
async function fetchFile(file, desks) {
	const desk = desks.of(file);
	const started_ms = performance.now();
	const tries = new Tries();
	try {
		desk.signal.throwIfAborted();
		const place = desk.opened ?? await desk.open();
		desk.checkConfig(file.config, place);
		const here = (require_spilledFile ??= require("./spilledFile.cjs")).sinkFile(file, place.settings);
		const claimed = desks.claim(file, here, place.sink.foldedName(here));
		const held = (require_spilledFile ??= require("./spilledFile.cjs")).heldAlready(file, here, place, claimed);
		const landed = held ?? await land(new (require_spilledFile ??= (require("./spilledFile.cjs"))).Landing(file, here, place, tries), desk, place, tries);
		const status = held === void 0 ? "fetched" : "unchanged";
		desk.count(status, held === void 0 ? landed.size : 0);
		return {
			outcome: [(require_spilledFile ??= require("./spilledFile.cjs")).download(file, desk, landed, {
				status,
				started_ms,
				attempts: tries.count
			})],
			desk
		};
	} catch (error) {
		if (desk.signal.aborted) return {
			outcome: [],
			desk
		};
		if (!(error instanceof Fault)) throw error;
		desk.count("failed");
		return {
			outcome: [(require_spilledFile ??= require("./spilledFile.cjs")).failure(file, desk, error, tries.count)],
			desk
		};
	}
}
/** Gets a file onto the disk, in as many tries as it may have. */
function land(landing, desk, { pool, settings }, tries) {
	return onSession({
		pool,
		settings,
		signal: desk.signal
	}, (session) => landing.on(session), tries);
}
globalThis.__m.push(["src/stages/list/fileSelectionOptions.ts",performance.now()]);
/** Which of the files that a server has are wanted. */
const fileSelectionOptions = {
	include: {
		kind: globs,
		help: "only files that match; a pattern without / is for the last part of the name"
	},
	exclude: {
		kind: globs,
		help: "no files that match, and no folders: nothing below them is listed"
	},
	newerThan: {
		kind: duration,
		help: "only files changed within this time"
	},
	olderThan: {
		kind: duration,
		help: "only files unchanged for this time"
	},
	minSize: {
		kind: size,
		help: "only files of at least this size"
	},
	maxSize: {
		kind: size,
		help: "only files of at most this size"
	}
};
/** Walks servers: takes `server` records, hands them on, and adds `file` records and a `listed` record for each. */
const listStage = defineStage({
	name: "list",
	summary: "List the files of servers",
	scope: "server",
	makes: [
		"file",
		"listed",
		"skipped",
		"failure"
	],
	options: {
		...fileSelectionOptions,
		depth: {
			kind: foldersDeep,
			help: "folders deep; 1 is only the files right in the path; all of them unless given"
		},
		servers: serversAtOnce
	},
	examples: [
		["ftp-list cfg.yaml", "all files of all servers"],
		["ftp-list cfg.yaml branch-001 --include '*.csv' --newer-than 1d", "a day's csv files of one server"],
		["ftp-servers cfg.yaml | grep -v branch-007 | ftp-list", "servers chosen by any program"]
	],
	operator: (values, context) => (source) => source.pipe((require_stream ??= require("./stream.cjs")).bypass(isServer, (require_stream ??= require("./stream.cjs")).boundedMergeMap((server) => listServer(server, values, context), values.servers), (record) => [record]))
});
function isServer(record) {
	return record.type === "server" && typeof record["server"] === "string";
}
function listServer(record, values, context) {
	return (require_stream ??= require("./stream.cjs")).fromBatches(async function* (unsubscribed) {
		yield [record];
		const config = typeof record["config"] === "string" ? record["config"] : "";
		const stamp = {
			run: record.run ?? context.run,
			by: context.by
		};
		const signal = AbortSignal.any([context.signal, unsubscribed]);
		try {
			const settings = context.settings(config, record.server);
			const selection = (require_fileSelection ??= require("./fileSelection.cjs")).fileSelection(values, settings.timezone, Date.now());
			const { pool, end } = context.pools.use(settings);
			const spillFolder = (0, node_path.join)(context.stateFolder, "spill");
			try {
				yield* (require_walk ??= require("./walk.cjs")).walk({
					settings,
					pool,
					signal,
					selection,
					depth: values.depth,
					stamp,
					spillFolder
				});
			} finally {
				end();
			}
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			const server = {
				...stamp,
				server: record.server,
				config
			};
			yield [(require_walk ??= require("./walk.cjs")).failureRecord(server, void 0, error)];
			yield [(require_walk ??= require("./walk.cjs")).listedRecord(server, {
				directories: 0,
				files: 0,
				complete: false,
				ms: 0
			})];
		}
	});
}
globalThis.__m.push(["src/stages/servers.ts",performance.now()]);
/** Which servers of a configuration take part. */
const serverSelectionOptions = {
	only: {
		kind: globs,
		help: "only servers whose name matches"
	},
	except: {
		kind: globs,
		help: "no servers whose name matches"
	}
};
/** Begins a pipe: one `server` record for each server that takes part, in the configuration's order. */
const serversStage = defineStage({
	name: "servers",
	summary: "Say which servers take part",
	scope: "run",
	main: "config",
	place: "first",
	makes: ["server"],
	options: {
		config: {
			kind: path,
			default: "cfg.yaml",
			help: "the configuration"
		},
		...serverSelectionOptions
	},
	examples: [["ftp-servers cfg.yaml", "all servers"], ["ftp-servers cfg.yaml --only 'branch-0*' | ftp-list | ftp-fetch | ftp-report", "harvest some"]],
	operator: ({ config, only, except }, context) => (source) => {
		const selected = context.select(config, {
			names: [],
			only,
			except
		});
		return (require_stream ??= require("./stream.cjs")).concat(source, (require_stream ??= require("./stream.cjs")).from(selected.map((settings) => serverRecord(settings, context))));
	}
});
/** What the stream may know of a server: everything but its secrets. */
function serverRecord(settings, stamp) {
	const { server, config, host, port, paths, order, buffer_path } = settings;
	const { run, by } = stamp;
	return {
		type: "server",
		run,
		by,
		server,
		config,
		host,
		port,
		paths,
		order,
		buffer_path
	};
}
/** The selection as a journal keeps it: what must be in the report even if the stage is killed. */
function selectionOf(selected) {
	return selected.map(({ server, buffer_path }) => ({
		server,
		buffer_path
	}));
}
/** Takes in a whole stream and gives one value at its end: the result set, see `resultsOf`. Who takes it must close it. */
const reportStage = defineStage({
	name: "report",
	summary: "Tell what came of a harvest, server by server",
	scope: "run",
	main: "format",
	place: "last",
	options: {
		format: {
			kind: choice("json", "rows", "table", "csv"),
			help: "how to print it; a table on a terminal, else json"
		},
		withUnchanged: {
			kind: switchKind,
			default: false,
			help: "list and count the files that were here already, too"
		}
	},
	examples: [["ftp-list cfg.yaml | ftp-fetch | ftp-report", "the result set as JSON, as a table on a terminal"], ["cat *.ndjson | ftp-report --format csv", "several harvests in one, a row a file"]],
	operator: ({ withUnchanged }, context) => (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const collector = new (require_resultCollector ??= (require("./resultCollector.cjs"))).ResultCollector({
			withUnchanged,
			allowEmpty: true,
			note: (message) => context.note(message)
		});
		return (require_stream ??= require("./stream.cjs")).concat(source.pipe((require_stream ??= require("./stream.cjs")).tap((record) => collector.add(record)), (require_stream ??= require("./stream.cjs")).ignoreElements()), finished(collector).pipe((require_stream ??= require("./stream.cjs")).map((results) => ({
			type: "result_set",
			run: context.run,
			by: context.by,
			results
		})))).pipe((require_stream ??= require("./stream.cjs")).finalize(() => collector.close()));
	})
});
/** Closes the result set itself where nobody waits for it any more. */
function finished(collector) {
	return new (require_stream ??= (require("./stream.cjs"))).Observable((subscriber) => {
		collector.finish().then((results) => {
			if (subscriber.closed) results.close();
			subscriber.next(results);
			subscriber.complete();
		}, (error) => subscriber.error(error));
	});
}
/** The result set in what the report emits; undefined in any other record. */
function resultsOf(record) {
	const { results } = record;
	return results instanceof (require_resultCollector ??= require("./resultCollector.cjs")).ResultSet ? results : void 0;
}
globalThis.__m.push(["src/config/recordTypes.ts",performance.now()]);
/** Types of records: one text with commas between them, or a list of texts, which are taken as they are. */
const recordTypes = {
	expected: "a type of records such as file, several with commas between them, or a list of them",
	placeholder: "TYPE[,TYPE...]",
	takesList: true,
	schema: { anyOf: [{
		type: "string",
		minLength: 1
	}, {
		type: "array",
		items: {
			type: "string",
			minLength: 1
		},
		minItems: 1
	}] },
	parse(value) {
		const words = Array.isArray(value) ? value : split(value);
		const types = words.map((word) => text.parse(word)).filter((type) => type !== void 0);
		return types.length === words.length && types.length > 0 ? types : void 0;
	}
};
function split(value) {
	if (typeof value !== "string") return [];
	return value.split(",").map((type) => type.trim()).filter((type) => type !== "");
}
globalThis.__m.push(["src/config/fieldNames.ts",performance.now()]);
/** Names of records' fields: one text with commas between them, or a list of texts, which are taken as they are. */
const fieldNames = {
	...recordTypes,
	expected: "a field's name such as size, several with commas between them, or a list of them",
	placeholder: "FIELD[,FIELD...]"
};
globalThis.__m.push(["src/stages/dedupe.ts",performance.now()]);
var dedupe_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ dedupeStage: () => dedupeStage });
/** Of files that are the same the first one passes; so do all records that are no files. */
const dedupeStage = defineStage({
	name: "dedupe",
	summary: "Let each file through once",
	scope: "run",
	offline: true,
	main: "by",
	options: { by: {
		kind: fieldNames,
		help: "fields in which files that count as one agree; server and path unless given"
	} },
	examples: [["cat monday.ndjson tuesday.ndjson | ftp-dedupe | ftp-fetch | ftp-report", "files that were listed twice, once"], ["ftp-list cfg.yaml | ftp-dedupe --by name,size | ftp-fetch", "of copies on several servers the first"]],
	operator: ({ by }) => (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const keyOf = by === void 0 ? keyOfFile : keyBy(by);
		const seen = new LatestKeys();
		const isFirst = (key) => key === void 0 || seen.add(key);
		return source.pipe((require_stream ??= require("./stream.cjs")).filter((record) => isControl(record) || isFirst(keyOf(record))));
	})
});
/** A listed file and the same one fetched are two things. */
function keyOfFile({ type, server, path, raw }) {
	return JSON.stringify([
		type,
		server,
		raw ?? path
	]);
}
/** What a record does not tell never loses a file: without a value for each field it has no key, and is like no other. */
function keyBy(fields) {
	return (record) => {
		const values = fields.map((field) => Object.hasOwn(record, field) ? record[field] : void 0);
		if (values.some((value) => value === void 0 || value === null)) return void 0;
		return JSON.stringify([record.type, ...values]);
	};
}
globalThis.__m.push(["src/config/commandKind.ts",performance.now()]);
/** A command to run: a text is a line for the shell, a list is a program and its arguments. */
const command = {
	expected: "a line for sh such as \"jq -c .\", or a list of a program and its arguments such as [jq, -c, .]",
	placeholder: "CMD",
	takesList: true,
	schema: { anyOf: [{
		type: "string",
		pattern: "\\S"
	}, {
		type: "array",
		items: { type: "string" },
		minItems: 1
	}] },
	parse: (value) => Array.isArray(value) ? parseProgram(value) : parseLine(value)
};
function parseLine(value) {
	const line = text.parse(value);
	return line?.trim() === "" ? void 0 : line;
}
/** An argument may be empty, the program may not. */
function parseProgram([program, ...args]) {
	const named = parseLine(program);
	return named !== void 0 && args.every(isArgument) ? [named, ...args] : void 0;
}
function isArgument(value) {
	return typeof value === "string" && !value.includes("\0");
}
globalThis.__m.push(["src/stages/noteOfTypes.ts",performance.now()]);
/** What to tell people of types that look like slips: any name may be a type, and one that never comes is missed by nobody. */
function noteOfTypes(stage, types) {
	const slip = types.filter((type) => !TYPES.has(type)).map((type) => ({
		type,
		hint: didYouMean(type, TYPES)
	})).find(({ hint }) => hint !== "");
	return slip && `${stage}: \`${slip.type}\` is none of the usual types of records${slip.hint}`;
}
/** Tells it when the work begins: a stage is also made only to see whether it would work. */
function noted(note, context) {
	return (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		if (note !== void 0) context.note(note);
		return source;
	});
}
globalThis.__m.push(["src/stages/exec.ts",performance.now()]);
var exec_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ execStage: () => execStage });
/** Makes any program a stage: one for the whole stream, which reads and writes records, or one for each file. */
const execStage = defineStage({
	name: "exec",
	summary: "Send records through a command, or run a command for each file",
	scope: "run",
	offline: true,
	scopeWith: ({ each }) => each ? "server" : "run",
	options: {
		command: {
			kind: command,
			required: true,
			help: "a program and its arguments, which no shell reads; a text (as --command, or in YAML) is a line for `sh`"
		},
		types: {
			kind: recordTypes,
			help: "types of the records that go through the command (file unless given); all others go round it"
		},
		each: {
			kind: switchKind,
			default: false,
			help: "run it for each file that was fetched, {local}, {server} and {name} in its arguments being the file's"
		},
		procs: {
			kind: integer(1, 1e3),
			help: "with each: commands at once (1 unless given), for each server where a pipeline works on servers apart"
		}
	},
	main: "command",
	examples: [
		["ftp-list cfg.yaml | ftp-exec -- jq -c 'select(.size > 0)' | ftp-fetch", "leave out empty files"],
		["ftp-exec --types file,download -- ./rename.py", "any program that reads and writes NDJSON"],
		["ftp-fetch < listed.ndjson | ftp-exec --each --procs 2 -- gzip -k {local}", "two at once, for each file fetched"]
	],
	operator(values, context) {
		checkUsage(values);
		const { each, types = ["file"], procs = 1 } = values;
		if (each) return (require_throughProgram ??= require("./throughProgram.cjs")).eachDownload({
			command: (require_throughProgram ??= require("./throughProgram.cjs")).commandForEach(values.command),
			procs,
			context
		});
		const passage = (require_throughProgram ??= require("./throughProgram.cjs")).throughProgram({
			command: values.command,
			types: new Set(types),
			context
		});
		return (require_stream ??= require("./stream.cjs")).pipe(noted(noteOfTypes("exec", types), context), passage);
	}
});
function checkUsage({ command, types, each, procs }) {
	if (each && types !== void 0) throw new UsageError("exec: `types` is not for `each`, which runs for files fetched");
	if (!each && procs !== void 0) throw new UsageError("exec: `procs` is for `each` only");
	(require_throughProgram ??= require("./throughProgram.cjs")).checkCommand(command);
}
globalThis.__m.push(["src/config/conditions.ts",performance.now()]);
const OPERATORS = [
	"=",
	"!=",
	"<",
	"<=",
	">",
	">=",
	"~",
	"!~"
];
/** Conditions that all must hold: one text, or a list of them. */
const conditions = oneOrMany({
	expected: "a condition such as size>10MB, server=branch-001, modified>=2026-11-24 or name~^day",
	placeholder: "CONDITION",
	schema: {
		type: "string",
		pattern: "^\\s*[A-Za-z_]\\w*\\s*(!=|<=|>=|!~|=|<|>|~)"
	},
	parse(value) {
		if (typeof value !== "string") return void 0;
		const [, field, sign, operand] = /^\s*([A-Za-z_]\w*)\s*(!=|<=|>=|!~|==?|<|>|~)\s*([\s\S]*)$/.exec(value) ?? [];
		const operator = OPERATORS.find((one) => one === (sign === "==" ? "=" : sign));
		if (field === void 0 || operator === void 0 || operand === void 0) return void 0;
		return operator.endsWith("~") && !isPattern(operand) ? void 0 : {
			field,
			operator,
			operand
		};
	}
});
function isPattern(text) {
	try {
		new RegExp(text, "u");
		return true;
	} catch {
		return false;
	}
}
globalThis.__m.push(["src/stages/filter.ts",performance.now()]);
var filter_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ filterStage: () => filterStage });
/** Chooses among files, listed or fetched; all other records pass, so that what went wrong stays known. */
const filterStage = defineStage({
	name: "filter",
	summary: "Choose among the files of a stream",
	scope: "server",
	options: {
		...fileSelectionOptions,
		match: {
			kind: conditions,
			default: [],
			help: "only files of which this holds: a field, one of = != < <= > >= ~ !~ (~ takes a regular expression), a value"
		}
	},
	examples: [["ftp-list cfg.yaml | ftp-filter --include '*.csv' | ftp-fetch | ftp-report", "only csv files"], ["ftp-filter --match 'size>10MB' --match 'server~^branch-0' < listed.ndjson", "large files of some servers"]],
	operator: (values, context) => (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const isChosen = (require_fulfils ??= require("./fulfils.cjs")).chosenFiles(values, context);
		const tests = values.match.map((require_fulfils ??= require("./fulfils.cjs")).fulfils);
		return source.pipe((require_stream ??= require("./stream.cjs")).filter((record) => isControl(record) || isChosen(record) && tests.every((holds) => holds(record))));
	})
});
globalThis.__m.push(["src/stages/limit.ts",performance.now()]);
var limit_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ limitStage: () => limitStage });
/** Lets the first files through and ends the stream then, as `head` does; records of other types do not count. */
const limitStage = defineStage({
	name: "limit",
	summary: "Let only the first files through",
	scope: "run",
	offline: true,
	main: "count",
	options: {
		count: {
			kind: integer(1, Number.MAX_SAFE_INTEGER),
			required: true,
			help: "files to let through"
		},
		perServer: {
			kind: switchKind,
			default: false,
			help: "this many of each server, and all servers are listed to their end"
		}
	},
	examples: [["ftp-list cfg.yaml | ftp-limit 5 | ftp-fetch | ftp-report", "just try"], ["ftp-list cfg.yaml | ftp-limit 1 --per-server | ftp-fetch | ftp-report", "one file of each server"]],
	operator: ({ count, perServer }) => perServer ? firstOfEach(count) : first(count)
});
function first(count) {
	return (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		let left = count;
		return source.pipe((require_stream ??= require("./stream.cjs")).takeWhile((record) => isControl(record) || --left > 0, true));
	});
}
function firstOfEach(count) {
	return (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const passed = /* @__PURE__ */ new Map();
		return source.pipe((require_stream ??= require("./stream.cjs")).filter((record) => {
			if (isControl(record)) return true;
			const server = (require_stream ??= require("./stream.cjs")).textOf(record, "server") ?? "";
			const before = passed.get(server) ?? 0;
			passed.set(server, before + 1);
			return before < count;
		}));
	});
}
globalThis.__m.push(["src/config/assignments.ts",performance.now()]);
/** New values of fields: `name=2026/{name}`, a list of such texts, or a map of fields and texts. */
const assignments = {
	expected: "a field and its new value such as name=2026/{name}, a list of them, or a map",
	placeholder: "FIELD=TEXT",
	takesList: true,
	schema: { anyOf: [
		{
			type: "string",
			pattern: "^\\s*[A-Za-z_]\\w*\\s*="
		},
		{
			type: "array",
			items: { type: "string" },
			minItems: 1
		},
		{
			type: "object",
			additionalProperties: { type: [
				"string",
				"number",
				"boolean"
			] },
			minProperties: 1
		}
	] },
	parse(value) {
		const all = pairsIn(value);
		const parsed = all.filter((pair) => pair !== void 0);
		return parsed.length === all.length && parsed.length > 0 ? parsed : void 0;
	}
};
function pairsIn(value) {
	if (typeof value === "string") return [fromText(value)];
	if (Array.isArray(value)) return value.map((text) => typeof text === "string" ? fromText(text) : void 0);
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).map(([field, template]) => typeof template === "string" && FIELD.test(field) ? {
		field,
		template
	} : void 0);
}
/** As a text has them before its `=`. */
const FIELD = /^[A-Za-z_]\w*$/;
function fromText(text) {
	const [, field, template] = /^\s*([A-Za-z_]\w*)\s*=([\s\S]*)$/.exec(text) ?? [];
	return field === void 0 || template === void 0 ? void 0 : {
		field,
		template
	};
}
globalThis.__m.push(["src/stages/map.ts",performance.now()]);
var map_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ mapStage: () => mapStage });
const options$3 = {
	set: {
		kind: assignments,
		default: [],
		help: "a field's new value, in which {name} stands for the value of the field `name`"
	},
	drop: {
		kind: fieldNames,
		default: [],
		help: "fields to leave out"
	},
	types: {
		kind: recordTypes,
		default: ["file"],
		help: "types of the records to change; all others pass"
	}
};
/** Without them nobody knows what a record is, whose it is, and how its stream ended; and the sums are those of a server. */
const FIXED = /* @__PURE__ */ new Set([
	"type",
	"run",
	"by",
	"server"
]);
/** Changes fields of records. A file's `name` is where it lands below its server's folder. */
const mapStage = defineStage({
	name: "map",
	summary: "Change fields of records",
	scope: "server",
	offline: true,
	main: "set",
	options: options$3,
	examples: [["ftp-list cfg.yaml | ftp-map 'name=2026/{name}' | ftp-fetch | ftp-report", "files land in a folder of their own"], ["ftp-map 'office={server}' --drop modified_from < listed.ndjson", "one field more and one less"]],
	operator({ set, drop, types }, context) {
		checkFields([...set.map(({ field }) => field), ...drop]);
		const isMeant = new Set(types);
		return (require_stream ??= require("./stream.cjs")).pipe(noted(noteOfTypes("map", types), context), (require_stream ??= require("./stream.cjs")).map((record) => isMeant.has(record.type) ? (require_changedRecord ??= require("./changedRecord.cjs")).changedRecord(record, set, drop) : record));
	}
});
function checkFields(fields) {
	const fixed = fields.find((field) => FIXED.has(field));
	if (fixed !== void 0) throw new UsageError(`map: \`${fixed}\` says what a record is, and whose; it can't be changed`);
}
globalThis.__m.push(["src/stages/tee.ts",performance.now()]);
/** Files that people read and other programs take up; less where the user's umask says so. */
const MODE = 438;
/** Keeps a copy of all records, which `from` reads back. In a pipe of commands that is `tee`. */
const teeStage = defineStage({
	name: "tee",
	summary: "Keep a copy of the records in a file",
	scope: "run",
	main: "file",
	options: { file: {
		kind: path,
		required: true,
		help: "NDJSON to write; what was in it is lost"
	} },
	examples: [["- tee: listed.ndjson", "keep a listing, to be replayed by `from`"]],
	operator({ file }, context) {
		(require_from ??= require("./from.cjs")).mustBeWritable(file);
		return (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
			const failures = [];
			const copy = openCopy(file, context, failures);
			const finish = () => {
				copy?.finish();
				return failures;
			};
			return (require_stream ??= require("./stream.cjs")).concat(source.pipe((require_stream ??= require("./stream.cjs")).tap((record) => copy?.record(record))), (require_stream ??= require("./stream.cjs")).defer(finish)).pipe((require_stream ??= require("./stream.cjs")).finalize(() => copy?.close()));
		});
	}
});
function openCopy(path, context, failures) {
	const { run, by } = context;
	const refused = (error) => void failures.push(faultRecord((require_ftp ??= require("./ftp.cjs")).diskFault(error, path), {
		run,
		by,
		stage: "tee"
	}));
	try {
		return new (require_stream ??= (require("./stream.cjs"))).RecordCopy({
			path,
			mode: MODE,
			process: {
				run,
				by
			},
			maker: "tee",
			refused
		});
	} catch (error) {
		refused(error);
		return;
	}
}
globalThis.__m.push(["src/config/spelling.ts",performance.now()]);
/** An option's name as a flag: `newerThan` is `newer-than`. */
function kebab(name) {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** An option's name as a YAML key: `newerThan` is `newer_than`. */
function snake(name) {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
globalThis.__m.push(["src/cli/exitCodes.ts",performance.now()]);
/** The exit codes of all commands, for help texts and the reference. Where several hold: 129/130/143, then 3, 2, 1, 0. */
const CODES_BY_NUMBER = [
	["0", "all went well"],
	["1", "something failed: it is in the records and the report"],
	["2", "wrong usage or configuration: nothing was started"],
	["3", "the stream was cut, empty or damaged"],
	["129, 130, 143", "ended by SIGHUP, SIGINT, SIGTERM; what was finished is reported"]
];
globalThis.__m.push(["src/config/writtenDefault.ts",performance.now()]);
/** A default as it would stand in the file: with a unit where it has one, a list of one as the one. Undefined if there is none, or nothing in it. */
function writtenDefault({ kind, default: standard }) {
	if (Array.isArray(standard) && standard.length < 2) return standard[0];
	if (typeof standard !== "number") return standard;
	if (kind.placeholder === "DURATION") return inUnit(standard, DURATIONS);
	if (kind.placeholder === "SIZE") return inUnit(standard, SIZES);
	return kind.placeholder === "RATE" ? inUnit(standard, RATES) : standard;
}
/** Largest first, as the kinds of `kinds.ts` read them. */
const DURATIONS = [
	["d", 864e5],
	["h", 36e5],
	["m", 6e4],
	["s", 1e3],
	["ms", 1]
];
const SIZES = [
	["TB", 0xe8d4a51000],
	["GB", 1e9],
	["MB", 1e6],
	["kB", 1e3],
	["B", 1]
];
const RATES = SIZES.map(([unit, of]) => [`${unit}/s`, of]);
function inUnit(value, units) {
	if (value === 0) return "0";
	const [unit, of] = units.find(([, many]) => value % many === 0) ?? ["", 1];
	return `${value / of}${unit}`;
}
globalThis.__m.push(["src/cli/flags.ts",performance.now()]);
/** A flag that may be given several times, each time with one value. */
function repeated({ expected, placeholder, schema, parse }) {
	return {
		expected,
		placeholder,
		schema,
		parse(value) {
			const parsed = parse(value);
			return parsed === void 0 ? void 0 : [parsed];
		}
	};
}
/** Makes commander's flags from a table of options: `newerThan` is `--newer-than <DURATION>`. */
function flagsOf(options) {
	return Object.entries(options).map(([name, option]) => flagOf(name, option));
}
/** The values of a table's options as commander parsed them: defaults are filled in. */
function valuesOf(options, parsed) {
	const values = Object.entries(options).map(([name, { default: standard }]) => [name, parsed[name] ?? standard]);
	return Object.fromEntries(values);
}
function flagOf(name, option) {
	const { kind, help, short } = option;
	const long = `--${kebab(name)}`;
	const names = short === void 0 ? long : `-${short}, ${long}`;
	if (kind.placeholder === void 0) return flagNamed(names, help);
	const standard = writtenDefault(option);
	const told = standard === void 0 ? help : `${help} (default: ${standard})`;
	return flagNamed(`${names} <${kind.placeholder}>`, told).argParser((text, before) => {
		const value = kind.parse(text);
		if (value === void 0) throw new InvalidArgumentError(`Expected ${kind.expected}.`);
		return Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
	});
}
/** Commander takes `--no-cache` for the contrary of an option `cache`; here it is the option `noCache`. */
function flagNamed(names, told) {
	const flag = new Option(names, told);
	flag.negate = false;
	return flag;
}
globalThis.__m.push(["src/cli/commandLine.ts",performance.now()]);
/** A command with what all of ours have: version, loudness, examples, exit codes. */
function commandLine(name, summary, examples) {
	return new Command(name).description(`${summary}.`).version(version(), "-V, --version", "print the version").option("-q, --quiet", "say nothing but errors on stderr").option("-v, --verbose", "say on stderr what happens").helpOption("-h, --help", "print this help").showSuggestionAfterError().configureOutput({ outputError: (text, write) => write(`${name}: ${text.replace(/^error: /, "")}`) }).showHelpAfterError(`(${name} --help shows all options)`).addHelpText("after", `\nExamples:\n${table(examples)}\n\nExit codes:\n${table(CODES_BY_NUMBER)}`).exitOverride();
}
/** Parses the arguments by a table of options. Commander throws when they are wrong, after it has said why. */
function parse(line, options, args, world) {
	for (const flag of flagsOf(options)) add(line, flag);
	const { stdout, terminal } = world;
	line.configureOutput({
		writeOut: (text) => stdout.write(text),
		writeErr: (text) => terminal.error(text.trimEnd()),
		getOutHelpWidth: () => stdout.columns || HELP_COLUMNS,
		getErrHelpWidth: () => terminal.columns
	});
	line.parse(args, { from: "user" });
	const parsed = line.opts();
	if (parsed["quiet"] === true) world.terminal.loudness = "quiet";
	else if (parsed["verbose"] === true) world.terminal.loudness = "verbose";
	return {
		values: valuesOf(options, parsed),
		operands: line.args
	};
}
/** Somebody's own stage may have any names. */
function add(line, flag) {
	try {
		line.addOption(flag);
	} catch (error) {
		const why = `the option "${flag.flags}" has a flag that every command has; it needs another name`;
		throw new UsageError(`${line.name()}: ${why}`, { cause: error });
	}
}
/** Where the terminal's width is not known. */
const HELP_COLUMNS = 80;
function table(rows) {
	const width = Math.min(56, Math.max(...rows.map(([left]) => left.length)));
	return rows.map(([left, right]) => left.length > width ? `  ${left}\n  ${" ".repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`).join("\n");
}
/** From package.json: two folders above the source, three above the built file. */
function version() {
	for (const place of ["../../package.json", "../../../package.json"]) try {
		const found = JSON.parse((0, node_fs.readFileSync)(new URL(place, require("url").pathToFileURL(__filename).href), "utf8"));
		if (typeof found === "object" && found !== null && "version" in found) return String(found.version);
	} catch {}
	return "unknown";
}
globalThis.__m.push(["src/cli/inputOptions.ts",performance.now()]);
/** Options of commands that read records. */
const inputOptions = {
	config: {
		kind: path,
		help: "configuration that stands for the one that the records name"
	},
	allowEmpty: {
		kind: switchKind,
		default: false,
		help: "an input without records is no fault, also where a filter hid dead servers"
	}
};
globalThis.__m.push(["src/cli/openFiles.ts",performance.now()]);
/** A server's connections at the usual five: a control and a data socket each, and the files being written. */
const FILES_A_SERVER = 15;
/** Node itself, the standard streams, the journal, the report's spool. */
const FILES_BESIDE = 40;
/** How many servers at once the limit on open files leaves room for. */
function serversThatFit(limits = readLimits()) {
	const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
	if (soft === void 0) return Number.POSITIVE_INFINITY;
	return Math.max(1, Math.floor((Number(soft) - FILES_BESIDE) / FILES_A_SERVER));
}
/** proc(5). Elsewhere the limit is not known, and Node has raised it as far as it may go. */
function readLimits() {
	try {
		return (0, node_fs.readFileSync)("/proc/self/limits", "utf8");
	} catch {
		return "";
	}
}
globalThis.__m.push(["src/cli/stepCommand.ts",performance.now()]);
var stepCommand_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	fitted: () => fitted,
	stepCommand: () => stepCommand
});
/** The command of a stage that stands in the middle of a pipe: its options as flags, its main option as operand, too. */
function stepCommand(stage, author) {
	return async (args, world) => {
		const line = withOperand(commandLine(world.command, stage.summary, stage.examples), stage);
		const { values: given, operands } = parse(line, withInputOptions(stage, world.command), args, world);
		demandOne(stage, line, operands, world.command);
		const values = fitted({
			...given,
			...fromOperands(stage, operands, world.command)
		});
		demandRequired(stage, values, world.command);
		const to = values["to"];
		return (require_stream ??= require("./stream.cjs")).runStageCommand({
			stage: stage.name,
			author,
			reads: true,
			allowEmpty: given.allowEmpty,
			offline: stage.offline,
			config: given.config,
			to: typeof to === "string" ? (0, node_path.resolve)(to) : void 0,
			prepare: (context) => ({ operator: stage.operator(values, context) })
		}, world);
	};
}
/** Not more servers at once than open files allow. */
function fitted(values) {
	const servers = values["servers"];
	return typeof servers === "number" ? {
		...values,
		servers: Math.min(servers, serversThatFit())
	} : values;
}
/** Who asks for no server needs no configuration that stands for another one. */
function withInputOptions({ options, offline }, command) {
	const { allowEmpty, config } = inputOptions;
	const taken = Object.keys(inputOptions).find((name) => Object.hasOwn(options, name));
	if (taken === void 0) return {
		...options,
		...offline !== true && { config },
		allowEmpty
	};
	throw new UsageError(`${command}: the option \`${taken}\` is one that every command has; it needs another name`);
}
function withOperand(line, { main, options }) {
	const option = main === void 0 ? void 0 : options[main];
	if (main === void 0 || option === void 0) return line;
	const name = option.kind.takesList === true ? `${kebab(main)}...` : kebab(main);
	return line.argument(`[${name}]`, option.help);
}
/** Of two values for one option nobody knows which one is meant. */
function demandOne({ main }, line, operands, command) {
	if (main === void 0 || operands.length === 0 || line.getOptionValueSource(main) === void 0) return;
	throw new UsageError(`${command}: ${kebab(main)} is given twice: as operand and as --${kebab(main)}`);
}
/** The main option as it stands without its flag: a list where its kind takes one. */
function fromOperands({ main, options }, operands, command) {
	const [first] = operands;
	const kind = main === void 0 ? void 0 : options[main]?.kind;
	if (main === void 0 || kind === void 0 || first === void 0) return {};
	const value = kind.parse(kind.takesList === true ? operands : first);
	if (value === void 0) throw new UsageError(`${command}: ${kebab(main)}: expected ${kind.expected}`);
	return { [main]: value };
}
function demandRequired({ options }, values, command) {
	for (const [name, { required, kind, help }] of Object.entries(options)) if (required === true && values[name] === void 0) throw new UsageError(`${command}: ${kind.placeholder ?? name} is missing: ${help} (${command} --help shows all options)`);
}
globalThis.__m.push(["src/cli/ftpHarvest.ts",performance.now()]);
var ftpHarvest_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ run: () => run$3 });
const options$2 = {
	...listStage.options,
	...serverSelectionOptions,
	...fetchStage.options,
	...reportStage.options
};
const examples = [
	["ftp-harvest cfg.yaml", "harvest all servers, in one process"],
	["ftp-harvest cfg.yaml branch-001 -j 2 --to /data", "one server, two connections, into another folder"],
	["ftp-harvest run pipeline.yaml --set servers=cfg.yaml", "run a pipeline; also `check` and `graph`"],
	["ftp-harvest schema", "print the JSON Schema of cfg.yaml"],
	["ftp-harvest demo", "try it on ten embedded servers"]
];
/** First words that are no configurations. */
const WORDS = {
	run: () => Promise.resolve().then(() => require("./runCommand.cjs")),
	check: () => Promise.resolve().then(() => require("./checkCommand.cjs")),
	graph: () => Promise.resolve().then(() => require("./graphCommand.cjs")),
	schema: () => Promise.resolve().then(() => require("./schemaCommand.cjs")),
	demo: () => Promise.resolve().then(() => require("./demoCommand.cjs"))
};
/** `ftp-harvest cfg.yaml [SERVER…]`, and the words that are not harvests. */
const run$3 = async (args, world) => {
	const [word = "", ...others] = args;
	if (Object.hasOwn(WORDS, word)) return (await WORDS[word]?.())?.run(others, world) ?? 2;
	const { values: given, operands } = parse(commandLine("ftp-harvest", "List, fetch and report in one process", examples).argument("<cfg.yaml>", `the configuration; or one of ${Object.keys(WORDS).join(", ")}`).argument("[SERVER...]", "only these servers"), options$2, args, world);
	const values = fitted(given);
	const [config = "", ...names] = operands;
	const { only, except } = values;
	const { runPipeline } = await Promise.resolve().then(() => require("./pipelineRun.cjs"));
	return runPipeline({
		jobs: values.jobs,
		report: values,
		prepare(context) {
			const selected = context.select(config, {
				names,
				only,
				except
			});
			return {
				source: { servers: (require_stream ??= require("./stream.cjs")).from(selected.map((settings) => serverRecord(settings, context))) },
				steps: [listStage, fetchStage].map((stage) => ({
					stage,
					values
				})),
				selected
			};
		}
	}, world);
};
globalThis.__m.push(["src/cli/ftpList.ts",performance.now()]);
var ftpList_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ run: () => run$2 });
const options$1 = {
	...listStage.options,
	...serverSelectionOptions,
	...inputOptions
};
/** `ftp-list [cfg.yaml] [SERVER…]` */
const run$2 = async (args, world) => {
	const { values, operands } = parse(commandLine("ftp-list", listStage.summary, listStage.examples).argument("[cfg.yaml]", "the configuration; without it, server records are read from stdin").argument("[SERVER...]", "only these servers"), options$1, args, world);
	const [config, ...names] = operands;
	return (require_stream ??= require("./stream.cjs")).runStageCommand({
		stage: "list",
		reads: config === void 0,
		allowEmpty: values.allowEmpty,
		config: values.config,
		prepare(context) {
			const walk = listStage.operator({
				...values,
				servers: Math.min(values.servers, serversThatFit())
			}, context);
			if (config === void 0) return { operator: walk };
			const { only, except } = values;
			const selected = context.select(config, {
				names,
				only,
				except
			});
			const servers = (require_stream ??= require("./stream.cjs")).from(selected.map((settings) => serverRecord(settings, context)));
			return {
				operator: (source) => (require_stream ??= require("./stream.cjs")).concat(source, servers).pipe(walk),
				selection: selectionOf(selected)
			};
		}
	}, world);
};
globalThis.__m.push(["src/cli/ftpReport.ts",performance.now()]);
var ftpReport_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ run: () => run$1 });
const options = {
	...reportStage.options,
	allowEmpty: inputOptions.allowEmpty
};
/** `ftp-report [--format json|rows|table|csv]` */
const run$1 = async (args, world) => {
	const { values } = parse(commandLine("ftp-report", reportStage.summary, reportStage.examples), options, args, world);
	const { withUnchanged, allowEmpty, format } = values;
	const collector = new (require_resultCollector ??= (require("./resultCollector.cjs"))).ResultCollector({
		withUnchanged,
		allowEmpty,
		note: (message) => world.terminal.note(message)
	});
	try {
		const endings = await collect(collector, allowEmpty, world);
		const code = (require_stream ??= require("./stream.cjs")).foldCodes(world.signals.code(), endings.empty && allowEmpty ? 0 : endings.code);
		if ((require_stream ??= require("./stream.cjs")).foldCodes(code, ...endings.ends.map((end) => end.code)) === 2) return 2;
		return (require_stream ??= require("./stream.cjs")).foldCodes(code, await (require_printResult ??= require("./printResult.cjs")).printAndClose(await collector.finish(), format, world));
	} finally {
		collector.close();
	}
};
/** Stages wind down in three seconds and less. Who has got no signal, or hangs, is waited for no longer. */
const LAST_WORDS_MS = 15e3;
/** They alone know what failed. Only the report looks for them: to a stage that fetches a saved listing anew they are of the past. */
const HIDDEN = /* @__PURE__ */ new Set(["fetch", "exec"]);
/**
* Takes all records in. A signal does not end the reading at once: those before get it as well, wind down, and what they have done is
* reported.
*/
async function collect(collector, allowEmpty, world) {
	const { stateFolder, terminal, signals } = world;
	const runs = /* @__PURE__ */ new Set();
	let endings;
	const records = (require_recordInput ??= require("./recordInput.cjs")).watchedInput({
		input: (require_stream ??= require("./stream.cjs")).input(world),
		stateFolder,
		hidden: HIDDEN,
		stop: (require_recordInput ??= require("./recordInput.cjs")).lateBy(LAST_WORDS_MS, signals.signal),
		onSource: (_, itsRun) => runs.add(itsRun),
		onEndings(found) {
			endings = found;
		}
	});
	await (require_stream ??= require("./stream.cjs")).lastValueFrom(records.pipe((require_stream ??= require("./stream.cjs")).tap((record) => collector.add(record))), { defaultValue: void 0 });
	if (endings === void 0) throw new Error("the input ended without its endings");
	for (const source of endings.sources) collector.add(source);
	collector.signalled(world.signals.code());
	if (!endings.ends.some((end) => end.code === 2)) {
		for (const message of (require_recordInput ??= require("./recordInput.cjs")).endingNotes(endings)) if (!(endings.empty && allowEmpty)) terminal.note(message);
	}
	await (require_printResult ??= require("./printResult.cjs")).pruneJournals({
		stateFolder,
		keep: runs
	});
	return endings;
}
globalThis.__m.push(["src/cli/ftpServers.ts",performance.now()]);
var ftpServers_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ run: () => run });
/** `ftp-servers cfg.yaml [SERVER…]` */
const run = async (args, world) => {
	const { values, operands } = parse(commandLine("ftp-servers", serversStage.summary, serversStage.examples).argument("<cfg.yaml>", "the configuration").argument("[SERVER...]", "only these servers"), serverSelectionOptions, args, world);
	const [config = "", ...names] = operands;
	return (require_stream ??= require("./stream.cjs")).runStageCommand({
		stage: "servers",
		reads: false,
		allowEmpty: false,
		prepare(context) {
			const selected = context.select(config, {
				names,
				...values
			});
			const servers = (require_stream ??= require("./stream.cjs")).from(selected.map((settings) => serverRecord(settings, context)));
			return { operator: (source) => (require_stream ??= require("./stream.cjs")).concat(source, servers) };
		}
	}, world);
};
Object.defineProperty(exports, "CODES", {
	enumerable: true,
	get: function() {
		return CODES$1;
	}
});
Object.defineProperty(exports, "Fault", {
	enumerable: true,
	get: function() {
		return Fault;
	}
});
Object.defineProperty(exports, "LatestKeys", {
	enumerable: true,
	get: function() {
		return LatestKeys;
	}
});
Object.defineProperty(exports, "TYPES", {
	enumerable: true,
	get: function() {
		return TYPES;
	}
});
Object.defineProperty(exports, "Tries", {
	enumerable: true,
	get: function() {
		return Tries;
	}
});
Object.defineProperty(exports, "UsageError", {
	enumerable: true,
	get: function() {
		return UsageError;
	}
});
Object.defineProperty(exports, "choice", {
	enumerable: true,
	get: function() {
		return choice;
	}
});
Object.defineProperty(exports, "commandLine", {
	enumerable: true,
	get: function() {
		return commandLine;
	}
});
Object.defineProperty(exports, "dedupeStage", {
	enumerable: true,
	get: function() {
		return dedupeStage;
	}
});
Object.defineProperty(exports, "defineStage", {
	enumerable: true,
	get: function() {
		return defineStage;
	}
});
Object.defineProperty(exports, "didYouMean", {
	enumerable: true,
	get: function() {
		return didYouMean;
	}
});
Object.defineProperty(exports, "durationWithin", {
	enumerable: true,
	get: function() {
		return durationWithin;
	}
});
Object.defineProperty(exports, "errorCode", {
	enumerable: true,
	get: function() {
		return errorCode;
	}
});
Object.defineProperty(exports, "execStage", {
	enumerable: true,
	get: function() {
		return execStage;
	}
});
Object.defineProperty(exports, "faultRecord", {
	enumerable: true,
	get: function() {
		return faultRecord;
	}
});
Object.defineProperty(exports, "fetchStage", {
	enumerable: true,
	get: function() {
		return fetchStage;
	}
});
Object.defineProperty(exports, "filterStage", {
	enumerable: true,
	get: function() {
		return filterStage;
	}
});
Object.defineProperty(exports, "fitted", {
	enumerable: true,
	get: function() {
		return fitted;
	}
});
Object.defineProperty(exports, "foldersDeep", {
	enumerable: true,
	get: function() {
		return foldersDeep;
	}
});
Object.defineProperty(exports, "home", {
	enumerable: true,
	get: function() {
		return home;
	}
});
Object.defineProperty(exports, "host", {
	enumerable: true,
	get: function() {
		return host;
	}
});
Object.defineProperty(exports, "integer", {
	enumerable: true,
	get: function() {
		return integer;
	}
});
Object.defineProperty(exports, "isControl", {
	enumerable: true,
	get: function() {
		return isControl;
	}
});
Object.defineProperty(exports, "kebab", {
	enumerable: true,
	get: function() {
		return kebab;
	}
});
Object.defineProperty(exports, "kinds_exports", {
	enumerable: true,
	get: function() {
		return kinds_exports;
	}
});
Object.defineProperty(exports, "limitStage", {
	enumerable: true,
	get: function() {
		return limitStage;
	}
});
Object.defineProperty(exports, "listStage", {
	enumerable: true,
	get: function() {
		return listStage;
	}
});
Object.defineProperty(exports, "localPath", {
	enumerable: true,
	get: function() {
		return localPath;
	}
});
Object.defineProperty(exports, "main", {
	enumerable: true,
	get: function() {
		return main;
	}
});
Object.defineProperty(exports, "main_exports", {
	enumerable: true,
	get: function() {
		return main_exports;
	}
});
Object.defineProperty(exports, "mapStage", {
	enumerable: true,
	get: function() {
		return mapStage;
	}
});
Object.defineProperty(exports, "onSession", {
	enumerable: true,
	get: function() {
		return onSession;
	}
});
Object.defineProperty(exports, "oneOrMany", {
	enumerable: true,
	get: function() {
		return oneOrMany;
	}
});
Object.defineProperty(exports, "parse", {
	enumerable: true,
	get: function() {
		return parse;
	}
});
Object.defineProperty(exports, "path", {
	enumerable: true,
	get: function() {
		return path;
	}
});
Object.defineProperty(exports, "printable", {
	enumerable: true,
	get: function() {
		return printable;
	}
});
Object.defineProperty(exports, "printableJson", {
	enumerable: true,
	get: function() {
		return printableJson;
	}
});
Object.defineProperty(exports, "rate", {
	enumerable: true,
	get: function() {
		return rate;
	}
});
Object.defineProperty(exports, "repeated", {
	enumerable: true,
	get: function() {
		return repeated;
	}
});
Object.defineProperty(exports, "reportStage", {
	enumerable: true,
	get: function() {
		return reportStage;
	}
});
Object.defineProperty(exports, "resultsOf", {
	enumerable: true,
	get: function() {
		return resultsOf;
	}
});
Object.defineProperty(exports, "sayRefused", {
	enumerable: true,
	get: function() {
		return sayRefused;
	}
});
Object.defineProperty(exports, "scopeOf", {
	enumerable: true,
	get: function() {
		return scopeOf;
	}
});
Object.defineProperty(exports, "selectionOf", {
	enumerable: true,
	get: function() {
		return selectionOf;
	}
});
Object.defineProperty(exports, "serverPath", {
	enumerable: true,
	get: function() {
		return serverPath;
	}
});
Object.defineProperty(exports, "serverRecord", {
	enumerable: true,
	get: function() {
		return serverRecord;
	}
});
Object.defineProperty(exports, "serverSelectionOptions", {
	enumerable: true,
	get: function() {
		return serverSelectionOptions;
	}
});
Object.defineProperty(exports, "serversStage", {
	enumerable: true,
	get: function() {
		return serversStage;
	}
});
Object.defineProperty(exports, "serversThatFit", {
	enumerable: true,
	get: function() {
		return serversThatFit;
	}
});
Object.defineProperty(exports, "size", {
	enumerable: true,
	get: function() {
		return size;
	}
});
Object.defineProperty(exports, "sizeLimit", {
	enumerable: true,
	get: function() {
		return sizeLimit;
	}
});
Object.defineProperty(exports, "snake", {
	enumerable: true,
	get: function() {
		return snake;
	}
});
Object.defineProperty(exports, "sourceText", {
	enumerable: true,
	get: function() {
		return sourceText;
	}
});
Object.defineProperty(exports, "stepCommand_exports", {
	enumerable: true,
	get: function() {
		return stepCommand_exports;
	}
});
Object.defineProperty(exports, "switchKind", {
	enumerable: true,
	get: function() {
		return switchKind;
	}
});
Object.defineProperty(exports, "teeStage", {
	enumerable: true,
	get: function() {
		return teeStage;
	}
});
Object.defineProperty(exports, "text", {
	enumerable: true,
	get: function() {
		return text;
	}
});
Object.defineProperty(exports, "timezone", {
	enumerable: true,
	get: function() {
		return timezone;
	}
});
Object.defineProperty(exports, "writtenDefault", {
	enumerable: true,
	get: function() {
		return writtenDefault;
	}
});
;__m.push(['end',performance.now()]);
const __r=[];for(let i=0;i+1<__m.length;i++)__r.push([__m[i][0],(__m[i+1][1]-__m[i][1])]);process.on('exit',()=>{for(const [f,d] of __r.filter(x=>x[1]>0.04))console.error(f,d.toFixed(2));console.error('total',(__m.at(-1)[1]-__m[0][1]).toFixed(2),'exit at',performance.now().toFixed(1),'start',__m[0][1].toFixed(1))});