const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_picomatch$1 = require("./picomatch.cjs");
let require_ftp;
// src/stages/list/namePattern.ts
var import_picomatch = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_picomatch$1.require_picomatch(), 1);
/**
* A pattern of plain characters, `*`, `?`, `**` as a whole part, and braces with such words; undefined for any other pattern. Regular
* expressions, which picomatch makes of patterns, try all ways to share a name among several `*`: a server could stop us for hours with
* one name. Here the first place where a piece fits is the right one, since a `*` takes the rest.
*/
function namePattern(pattern) {
	const patterns = pattern.split(",").length > MOST_WORDS ? [pattern] : withoutBraces(pattern);
	if (patterns.some((one) => count(one, "**") > count(pattern, "**"))) return void 0;
	const paths = patterns.map(pathPattern);
	const known = paths.filter((path) => path !== void 0);
	return known.length < paths.length ? void 0 : (name) => known.some((matches) => matches(name));
}
/** Each brace makes several patterns of one. */
const MOST_WORDS = 10;
/** The innermost with commas in them; two dots make a range. */
const BRACES = /\{((?![^{}]*(?:\.\.|\*\*))[^{}]*,[^{}]*)\}/;
/** All that a pattern with braces stands for. */
function withoutBraces(pattern) {
	const [, words] = BRACES.exec(pattern) ?? [];
	if (words === void 0) return [pattern];
	return words.split(",").flatMap((word) => withoutBraces(pattern.replace(BRACES, () => word)));
}
function count(text, part) {
	return text.split(part).length - 1;
}
function pathPattern(pattern) {
	const parts = pattern.split("/").map((part) => part === "**" ? null : starPattern(part));
	const known = parts.filter((part) => part !== void 0);
	if (known.length < parts.length) return void 0;
	if (known.at(-1) === null) known.push(() => true);
	return (name) => isPath(known, name.split("/"));
}
function isPath(parts, names) {
	let part = 0;
	let behind = -1;
	let reach = 0;
	for (let at = 0; at < names.length;) {
		const matches = parts[part];
		if (matches === null) {
			behind = ++part;
			reach = at;
		} else if (matches?.(names[at] ?? "")) {
			part++;
			at++;
		} else if (behind === -1) return false;
		else {
			part = behind;
			at = ++reach;
		}
	}
	return parts.slice(part).every((rest) => rest === null);
}
/** Letters, digits and what is no sign of patterns but `*` and `?`; no two `*` in a row, and no part that means a folder itself. */
const PLAIN = /^(?!.*\*\*|\.\.?$)[\p{L}\p{N}_.\- *?]+$/u;
function starPattern(pattern) {
	if (!PLAIN.test(pattern)) return void 0;
	const [first = "", ...inner] = pattern.split("*");
	const last = inner.pop();
	if (last === void 0) return (name) => name.length === first.length && fits(first, name, 0);
	return (name) => {
		const end = name.length - last.length;
		if (end < first.length || !fits(first, name, 0) || !fits(last, name, end)) return false;
		let at = first.length;
		for (const piece of inner) {
			const found = find(piece, name, at);
			if (found === -1) return false;
			at = found + piece.length;
		}
		return at <= end;
	};
}
/** Where a piece fits first, from a place on; -1 if nowhere. */
function find(piece, name, from) {
	if (!piece.includes("?")) return name.indexOf(piece, from);
	for (let at = from; at + piece.length <= name.length; at++) if (fits(piece, name, at)) return at;
	return -1;
}
/** Whether a piece without `*` stands at a place of a name that is long enough. */
function fits(piece, name, at) {
	if (!piece.includes("?")) return name.startsWith(piece, at);
	for (let place = 0; place < piece.length; place++) if (piece[place] !== "?" && piece[place] !== name[at + place]) return false;
	return true;
}
// src/stages/list/fileSelection.ts
/**
* Makes the choice. What the server does not tell (a size, a time) never loses a file: it is wanted then. A time as coarse as a
* day counts as the end of that day for `newerThan`, and for `olderThan` too: nothing that may still be young is taken.
*/
function fileSelection(options, timezone, now_ms) {
	const included = options.include === void 0 ? () => true : matcher(options.include).file;
	const excluded = matcher(options.exclude ?? []);
	const { newerThan, olderThan, minSize = 0, maxSize = Number.POSITIVE_INFINITY } = options;
	const timely = (modified) => {
		if (modified === null || newerThan === void 0 && olderThan === void 0) return true;
		const latest_ms = latestMs(modified, timezone);
		if (latest_ms === void 0) return true;
		const age_ms = now_ms - latest_ms;
		return age_ms <= (newerThan ?? Number.POSITIVE_INFINITY) && age_ms >= (olderThan ?? Number.NEGATIVE_INFINITY);
	};
	return {
		file: ({ name, size, modified }) => (isTooLong(name) || included(name) && !excluded.file(name)) && (size === null || size >= minSize && size <= maxSize) && timely(modified),
		folder: (name) => isTooLong(name) || !excluded.folder(name)
	};
}
/**
* No disk takes such a name: it is handed on, to be refused with the reason. A pattern could take hours for it, and only a server that
* means harm has one.
*/
function isTooLong(name) {
	return name.length > LONGEST_PATH || name.length > LONGEST_PART && LONG_PART.test(name);
}
/** Characters. Disks have limits in bytes or in characters, no larger than these. */
const LONGEST_PATH = 4096;
const LONGEST_PART = 255;
const LONG_PART = new RegExp(`[^/]{256}`);
/**
* As in .gitignore: a pattern without a slash before its end matches the last part of a name, with one the whole name; one that
* ends in a slash is for folders only.
*/
function matcher(patterns) {
	const tests = patterns.map((pattern) => {
		const bare = pattern.replace(/\/$/, "");
		const anywhere = !bare.includes("/");
		const rooted = bare.replace(/^\//, "");
		const matches = namePattern(rooted) ?? (0, import_picomatch.default)(rooted, {
			dot: true,
			nonegate: true,
			strictSlashes: true
		});
		return {
			foldersOnly: bare !== pattern,
			matches: (name) => matches(anywhere ? name.slice(name.lastIndexOf("/") + 1) : name)
		};
	});
	return {
		file: (name) => tests.some(({ foldersOnly, matches }) => !foldersOnly && matches(name)),
		folder: (name) => tests.some(({ matches }) => matches(name))
	};
}
/** The latest moment that a time can mean, given how precise it is. */
function latestMs(modified, timezone) {
	const [, day, minute, second] = /^(.{10})(T.{5})?(:.{2})?/.exec(modified) ?? [];
	const zone = modified.endsWith("Z") ? "Z" : "";
	if (minute === void 0) return after((require_ftp ??= require("./ftp.cjs")).modifiedToMs(`${day}T23:59${zone}`, timezone), 6e4);
	return after((require_ftp ??= require("./ftp.cjs")).modifiedToMs(modified, timezone), second === void 0 ? 6e4 : 1e3);
}
/** The last millisecond of a span. Of seconds with a fraction the whole second: the difference is none that anyone asks for. */
function after(begins_ms, lasts_ms) {
	return begins_ms === void 0 ? void 0 : begins_ms + lasts_ms - 1;
}
Object.defineProperty(exports, "fileSelection", {
	enumerable: true,
	get: function() {
		return fileSelection;
	}
});
