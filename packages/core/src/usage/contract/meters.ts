/** Everything that is counted. A plan limits and prices each; the ledger, the figures and the invoices have the same rows. */
export const meters = [
  "pages",
  "tokens",
  "questions",
  "storage",
  "seats",
  "connectors",
  "apiCalls",
] as const;
export type Meter = (typeof meters)[number];

/** Meters of what there is now. The others are of what was done in a month of UTC. */
export const levelMeters = ["storage", "seats", "connectors"] as const satisfies readonly Meter[];

/** Returns whether a meter is of what there is now. */
export function isLevel(meter: Meter): boolean {
  return levelMeters.some((each) => each === meter);
}

/** Returns the meter of a stored word. Throws `RangeError` for one that is none. */
export function meterOf(word: string): Meter {
  const meter = meters.find((each) => each === word);
  if (!meter) throw new RangeError(`${word} is no meter`);
  return meter;
}
