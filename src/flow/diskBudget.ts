/** Bytes on disk that several spill files share. */
export class DiskBudget {
  readonly bytes: number;
  #used = 0;

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  /** Whether so many more would be too many. */
  lacks(bytes: number): boolean {
    return this.#used + bytes > this.bytes;
  }

  /** Less than 0 gives back. */
  take(bytes: number): void {
    this.#used += bytes;
  }
}
