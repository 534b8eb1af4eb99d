import { Fault } from "../records/fault.ts";

/**
 * How far a zone's clocks are ahead of UTC at a moment, in milliseconds.
 *
 * @param timezone IANA name, such as `Europe/Berlin`; a `Fault` `config` if there is no such zone
 */
export function zoneOffset_ms(timezone: string, utc_ms: number): number {
  if (timezone === "UTC") return 0;
  let zone = zones.get(timezone);
  if (zone === undefined) {
    zone = new Zone(timezone);
    zones.set(timezone, zone);
  }
  return zone.offset_ms(utc_ms);
}

/** As many as there are in the configurations of this process. */
const zones = new Map<string, Zone>();

/** Asking Intl takes microseconds, so it is asked for the beginning of days only, and in between on days that clocks change. */
class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #days = new Map<number, number>();

  constructor(timezone: string) {
    try {
      this.#format = new Intl.DateTimeFormat("en-US", { timeZone: timezone, timeZoneName: "longOffset" });
    } catch (cause) {
      throw new Fault("config", `timezone ${JSON.stringify(timezone)} is not known: use a name such as Europe/Berlin`, {
        cause,
      });
    }
  }

  offset_ms(utc_ms: number): number {
    const day = Math.floor(utc_ms / DAY_ms);
    const atStart_ms = this.#atStartOf(day);
    return atStart_ms === this.#atStartOf(day + 1) ? atStart_ms : this.#ask(utc_ms);
  }

  #atStartOf(day: number): number {
    const known_ms = this.#days.get(day);
    if (known_ms !== undefined) return known_ms;
    if (this.#days.size >= MOST_DAYS) this.#days.clear();
    const offset_ms = this.#ask(day * DAY_ms);
    this.#days.set(day, offset_ms);
    return offset_ms;
  }

  /** The text ends in `GMT`, `GMT+05:30`, or `GMT-00:44:30` (Liberia until 1972). */
  #ask(utc_ms: number): number {
    const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(this.#format.format(utc_ms));
    if (match === null) return 0;
    const [, sign, hours, minutes, seconds = 0] = match;
    const ahead_ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === "-" ? -ahead_ms : ahead_ms;
  }
}

const DAY_ms = 86_400_000;

/** Eleven years of files. */
const MOST_DAYS = 4096;
