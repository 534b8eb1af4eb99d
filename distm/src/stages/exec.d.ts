/** Makes any program a stage: one for the whole stream, which reads and writes records, or one for each file. */
export declare const execStage: import("./stage.ts").Stage<{
    readonly command: {
        readonly kind: import("../config/kinds.ts").Kind<import("../config/commandKind.ts").Command, string | readonly string[]>;
        readonly required: true;
        readonly help: "a program and its arguments, which no shell reads; a text (as --command, or in YAML) is a line for `sh`";
    };
    readonly types: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "types of the records that go through the command (file unless given); all others go round it";
    };
    readonly each: {
        readonly kind: import("../config/kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "run it for each file that was fetched, {local}, {server} and {name} in its arguments being the file's";
    };
    readonly procs: {
        readonly kind: import("../config/kinds.ts").Kind<number, number>;
        readonly help: "with each: commands at once (1 unless given), for each server where a pipeline works on servers apart";
    };
}>;
