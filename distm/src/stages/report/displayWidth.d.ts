/** How many columns of a terminal a text takes: Chinese, Japanese, Korean and emoji take two each, combining marks none. */
export declare function displayWidth(text: string): number;
/** Fills up to a width. Negative widths fill on the left. */
export declare function padded(text: string, width: number): string;
