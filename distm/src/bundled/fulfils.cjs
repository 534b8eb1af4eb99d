let require_command;
let require_stream;
let require_fileSelection;
// src/stages/filter/chosenFiles.ts
/** Makes the choice that a listing with these options would have made, of records that are here already. */
function chosenFiles(options, context) {
	const now_ms = Date.now();
	const isTimed = options.newerThan !== void 0 || options.olderThan !== void 0;
	const byZone = /* @__PURE__ */ new Map();
	const zones = /* @__PURE__ */ new Map();
	const selectionFor = (record) => {
		const zone = isTimed ? zoneOf(record, zones, context) : "UTC";
		const known = byZone.get(zone) ?? (require_fileSelection ??= require("./fileSelection.cjs")).fileSelection(options, zone, now_ms);
		byZone.set(zone, known);
		return known;
	};
	return (record) => {
		const name = (require_stream ??= require("./stream.cjs")).textOf(record, "name");
		if (name === void 0) return true;
		const size = (require_stream ??= require("./stream.cjs")).countOf(record, "size") ?? (require_stream ??= require("./stream.cjs")).countOf(record, "bytes") ?? null;
		const selection = selectionFor(record);
		return foldersOf(name).every((folder) => selection.folder(folder)) && selection.file({
			name,
			size,
			modified: (require_stream ??= require("./stream.cjs")).textOf(record, "modified") ?? null
		});
	};
}
/** `a` and `a/b` of `a/b/c`. */
function foldersOf(name) {
	return [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index)).filter((folder) => folder !== "");
}
/** The time zone of the record's server. */
function zoneOf(record, zones, context) {
	const [config = "", server = ""] = [(require_stream ??= require("./stream.cjs")).textOf(record, "config"), (require_stream ??= require("./stream.cjs")).textOf(record, "server")];
	const key = `${config}\0${server}`;
	const known = zones.get(key) ?? askedZone(config, server, context);
	zones.set(key, known);
	return known;
}
function askedZone(config, server, context) {
	try {
		return context.settings(config, server).timezone;
	} catch (error) {
		if (error instanceof (require_command ??= require("./command.cjs")).Fault) return "UTC";
		throw error;
	}
}
// src/stages/filter/fulfils.ts
/**
* A condition as a test of records. Numbers are compared with numbers (`size>10MB`), all else as text. What the server did not tell
* (null) never loses a file: the condition holds then. A field that is not there is unlike any value.
*/
function fulfils({ field, operator, operand }) {
	const test = isOrder(operator) ? orderTest(operator, operand) : patternTest(operator, operand);
	return (record) => {
		const value = Object.hasOwn(record, field) ? record[field] : void 0;
		if (value === null) return true;
		return value === void 0 ? operator.startsWith("!") : test(value);
	};
}
function patternTest(operator, operand) {
	const pattern = new RegExp(operand, "u");
	const wanted = operator === "~";
	return (value) => pattern.test(asText(value)) === wanted;
}
function orderTest(operator, operand) {
	const holds = ORDERS[operator];
	const number = (require_command ??= require("./command.cjs")).size.parse(operand) ?? (operand === "" ? NaN : Number(operand));
	const isRank = operator !== "=" && operator !== "!=";
	return (value) => {
		if (typeof value === "number") return holds(order(value, number));
		const text = asText(value);
		return holds(isRank && isNumber(text) && isNumber(operand) ? order(Number(text), number) : order(text, operand));
	};
}
function isNumber(text) {
	return /^-?\d+(\.\d+)?$/.test(text);
}
/** By the sign of `order`; NaN where two numbers can't be compared since one is none. */
const ORDERS = {
	"=": (order) => order === 0,
	"!=": (order) => order !== 0,
	"<": (order) => order < 0,
	"<=": (order) => order <= 0,
	">": (order) => order > 0,
	">=": (order) => order >= 0
};
function isOrder(operator) {
	return operator in ORDERS;
}
/** Texts by code units: so times sort, too. */
function order(a, b) {
	if (a === b) return 0;
	if (a < b) return -1;
	return a > b ? 1 : NaN;
}
function asText(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
Object.defineProperty(exports, "chosenFiles", {
	enumerable: true,
	get: function() {
		return chosenFiles;
	}
});
Object.defineProperty(exports, "fulfils", {
	enumerable: true,
	get: function() {
		return fulfils;
	}
});
