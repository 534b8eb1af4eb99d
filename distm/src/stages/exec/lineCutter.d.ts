/** Lines from text that comes in parts, for people: blank ones are left out, and a carriage return ends a line (progress bars). */
export declare class LineCutter {
    #private;
    /** Characters of a line whose end has not come. */
    get held(): number;
    /** Takes the next part. Returns the lines that are over. */
    push(text: string): string[];
    /** No more will come. Returns what may still be a line. */
    end(): string[];
}
