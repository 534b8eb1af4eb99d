// src/pipeline/endOfRefused.ts
/** The `end` of a stage that could not start because of its usage or configuration. */
function endOfRefused(stage, by, run) {
	return {
		type: "end",
		run,
		by,
		stage,
		code: 2,
		counts: {},
		inputs: []
	};
}
Object.defineProperty(exports, "endOfRefused", {
	enumerable: true,
	get: function() {
		return endOfRefused;
	}
});
