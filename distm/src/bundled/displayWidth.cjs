let node_path = require("node:path");
// src/pipeline/journalNames.ts
/** Id of a new harvest, in the order of time when sorted: `20261124-013815-7f3a09bc`. */
function newRunId(now = /* @__PURE__ */ new Date()) {
	const [day = "", time = ""] = now.toISOString().replace(/[-:]/g, "").split(/[T.]/);
	return `${day}-${time}-${random()}`;
}
/** Name of a new stage process: `list-7f3a09bc`. */
function newBy(stage) {
	return `${stage}-${random()}`;
}
/** 32 bits: among a thousand stage processes of one report, two share a name once in ten thousand times. */
function random() {
	return Buffer.from(crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(4))).toString("hex");
}
// src/pipeline/journalFolder.ts
/**
* Where journals and other memory of the harvests live: `$FTP_HARVEST_STATE`, else `$XDG_STATE_HOME/ftp-harvest`, else
* `~/.local/state/ftp-harvest`. Empty variables count as not set, a relative XDG_STATE_HOME too, as its specification demands.
*/
function stateFolder(env, home) {
	const { FTP_HARVEST_STATE: own, XDG_STATE_HOME: xdg } = env;
	if (own) return (0, node_path.resolve)(own);
	return (0, node_path.join)(xdg && (0, node_path.isAbsolute)(xdg) ? xdg : (0, node_path.join)(home, ".local", "state"), "ftp-harvest");
}
/** The folder that has a folder of journals for each run. */
function runsFolder(stateFolder) {
	return (0, node_path.join)(stateFolder, "runs");
}
/** Path of the journal of the stage process `by` in the harvest `run`; undefined when these can't be file names. */
function journalPath(stateFolder, run, by) {
	return isFileName(run) && isFileName(by) ? (0, node_path.join)(runsFolder(stateFolder), run, `${by}.ndjson`) : void 0;
}
/** `run` and `by` come from records that anybody may have written: they must not lead to other folders. */
function isFileName(name) {
	return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/.test(name);
}
// src/stages/report/displayWidth.ts
/** How many columns of a terminal a text takes: Chinese, Japanese, Korean and emoji take two each, combining marks none. */
function displayWidth(text) {
	if (/^[\x20-\x7e]*$/.test(text)) return text.length;
	let width = 0;
	graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
	return width;
}
/** Fills up to a width. Negative widths fill on the left. */
function padded(text, width) {
	const fill = " ".repeat(Math.max(0, Math.abs(width) - displayWidth(text)));
	return width < 0 ? fill + text : text + fill;
}
/** Made when a text needs it: making one takes half as long as Node.js takes to start. */
let graphemes;
/** Marks, joiners and other characters that only change what they stand with. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** What is drawn as an emoji by itself, or is made one by U+FE0F. */
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** The blocks of Unicode whose East_Asian_Width (UAX #11) is W or F. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
function graphemeWidth(grapheme) {
	if (NO_WIDTH.test(grapheme)) return 0;
	return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}
Object.defineProperty(exports, "displayWidth", {
	enumerable: true,
	get: function() {
		return displayWidth;
	}
});
Object.defineProperty(exports, "isFileName", {
	enumerable: true,
	get: function() {
		return isFileName;
	}
});
Object.defineProperty(exports, "journalPath", {
	enumerable: true,
	get: function() {
		return journalPath;
	}
});
Object.defineProperty(exports, "newBy", {
	enumerable: true,
	get: function() {
		return newBy;
	}
});
Object.defineProperty(exports, "newRunId", {
	enumerable: true,
	get: function() {
		return newRunId;
	}
});
Object.defineProperty(exports, "padded", {
	enumerable: true,
	get: function() {
		return padded;
	}
});
Object.defineProperty(exports, "runsFolder", {
	enumerable: true,
	get: function() {
		return runsFolder;
	}
});
Object.defineProperty(exports, "stateFolder", {
	enumerable: true,
	get: function() {
		return stateFolder;
	}
});
