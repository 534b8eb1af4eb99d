/**
 * A pattern of plain characters, `*`, `?`, `**` as a whole part, and braces with such words; undefined for any other pattern. Regular
 * expressions, which picomatch makes of patterns, try all ways to share a name among several `*`: a server could stop us for hours with
 * one name. Here the first place where a piece fits is the right one, since a `*` takes the rest.
 */
export declare function namePattern(pattern: string): ((name: string) => boolean) | undefined;
