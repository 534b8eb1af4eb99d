/** The exit codes of all commands, for help texts and the reference. Where several hold: 129/130/143, then 3, 2, 1, 0. */
export declare const CODES_BY_NUMBER: readonly (readonly [code: string, meaning: string])[];
