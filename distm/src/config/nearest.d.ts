/**
 * The known word that a person probably meant, or undefined when none is near: a few letters wrong, missing, doubled or
 * swapped, in another case, `-` for `_`, or a longer or shorter form (`username` for `user`).
 */
export declare function nearest(word: string, known: Iterable<string>): string | undefined;
/** "; did you mean `password`?", or nothing. */
export declare function didYouMean(word: string, known: Iterable<string>): string;
