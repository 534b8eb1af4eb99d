// src/stages/map/filledTemplate.ts
const PLACEHOLDER = /\{([A-Za-z_]\w*)\}/g;
/**
* A template's value for a record. What is nothing but one field is that field's value, of whatever type; else its values go into
* a text, and a field that is missing or null leaves no trace.
*/
function filledTemplate(template, record) {
	const [, whole] = /^\{([A-Za-z_]\w*)\}$/.exec(template) ?? [];
	if (whole !== void 0) return fieldOf(record, whole);
	return template.replace(PLACEHOLDER, (_, field) => asText(fieldOf(record, field)));
}
function fieldOf(record, field) {
	return Object.hasOwn(record, field) ? record[field] : void 0;
}
function asText(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "string" ? value : JSON.stringify(value);
}
// src/stages/map/changedRecord.ts
/** The record with new values, all made of the old ones, and without the fields that are dropped. */
function changedRecord(record, set, drop) {
	const values = set.map(({ field, template }) => [field, filledTemplate(template, record)]);
	const changed = {
		...record,
		...Object.fromEntries(values)
	};
	if (set.some(({ field }) => field === "path")) delete changed["raw"];
	for (const field of drop) delete changed[field];
	return changed;
}
Object.defineProperty(exports, "changedRecord", {
	enumerable: true,
	get: function() {
		return changedRecord;
	}
});
