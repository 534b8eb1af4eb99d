/**
 * How far a zone's clocks are ahead of UTC at a moment, in milliseconds.
 *
 * @param timezone IANA name, such as `Europe/Berlin`; a `Fault` `config` if there is no such zone
 */
export declare function zoneOffset_ms(timezone: string, utc_ms: number): number;
