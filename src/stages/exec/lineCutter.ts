/** Longer lines are cut: what people read, and what is held of one that does not end. */
const LONGEST_LINE = 500;

/** Lines from text that comes in parts, for people: blank ones are left out, and a carriage return ends a line (progress bars). */
export class LineCutter {
  #rest = "";

  /** Characters of a line whose end has not come. */
  get held(): number {
    return this.#rest.length;
  }

  /** Takes the next part. Returns the lines that are over. */
  push(text: string): string[] {
    const lines = (this.#rest + text).split(/[\r\n]+/);
    this.#rest = cut(lines.pop() ?? "");
    return lines.filter(isShown).map(cut);
  }

  /** No more will come. Returns what may still be a line. */
  end(): string[] {
    return [this.#rest].filter(isShown);
  }
}

function cut(line: string): string {
  return line.slice(0, LONGEST_LINE);
}

function isShown(line: string): boolean {
  return line.trim() !== "";
}
