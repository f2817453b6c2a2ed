import { z } from "zod";

import { isOfFamily } from "./family";
import type { OutsideModel } from "./outside-call";
import shipped from "./prices.json" with { type: "json" };
import type { Usage } from "./usage";

/** The ways in which a provider takes a call. A batch is answered within a day, for less. */
export const lanes = ["live", "batch", "flex", "priority"] as const;
export type OutsideLane = (typeof lanes)[number];

const day = z.iso.date();
const price = z.number().nonnegative();
const factor = z.number().positive();

/** The price of a million tokens of a model at one server, from one day until before another. Null means unknown. */
export const Price = z.object({
  /** Names the row in the ledger. */
  id: z.string(),
  server: z.url(),
  model: z.string(),
  from: day,
  until: day.nullable(),
  currency: z.string(),
  input: price,
  cachedInput: price.nullable(),
  /** For the shortest caching time that the provider offers; BeSunny asks for no longer one. */
  cacheWrite: price.nullable(),
  output: price,
  /** The price of a minute of sound, for models that write recordings down. */
  audioMinute: price.nullable().default(null),
  /** If a call has more input tokens than `above`, its input and output prices are multiplied by these factors. */
  longContext: z.object({ above: z.number(), input: price, output: price }).nullable(),
  /** Multiplies the price of a batch. */
  batchFactor: factor.nullable(),
  /** Multiply the price of the lanes of this name. */
  tiers: z.record(z.string(), factor),
  source: z.string(),
  readOn: day,
});
export type Price = z.infer<typeof Price>;

/** The prices that ship with BeSunny. The id of a row is made of what it is about. */
export const priceList: readonly Price[] = z
  .array(Price.omit({ id: true }))
  .parse(shipped)
  .map((row) => ({ id: `shipped:${row.model}:${row.from}:${row.readOn}`, ...row }));

/** Returns the row that holds for a model on a day: of the closest name, the newest. Null if none is known in US dollars. */
export function priceOf(
  prices: readonly Price[],
  { server, model }: OutsideModel,
  at: Date,
): Price | null {
  const today = at.toISOString().slice(0, 10);
  const rows = prices.filter(
    (row) =>
      row.currency === "USD" &&
      withoutSlash(row.server) === withoutSlash(server) &&
      isOfFamily(model, row.model) &&
      row.from <= today &&
      (row.until === null || today < row.until),
  );
  // Of rows that begin on one day, the later one corrects the other.
  const [newest] = rows
    .toReversed()
    .sort((a, b) => b.model.length - a.model.length || b.from.localeCompare(a.from));
  return newest ?? null;
}

/** Returns the cost of a call in micro-dollars, rounded up. Null if a price that it needs is unknown. */
export function costOf(usage: Usage, row: Price | null, lane: OutsideLane = "live"): number | null {
  const times = row && factorOf(row, lane);
  if (!row || times === null) return null;
  const { input, cached, written, output } = usage;
  const long = row.longContext && input > row.longContext.above ? row.longContext : usual;
  const parts = [
    { tokens: input - cached - written, price: row.input, times: long.input },
    { tokens: cached, price: row.cachedInput, times: long.input },
    { tokens: written, price: row.cacheWrite, times: long.input },
    { tokens: output, price: row.output, times: long.output },
  ].filter(({ tokens }) => tokens > 0);
  if (parts.some((part) => part.price === null)) return null;
  return upToMicro(
    times * parts.reduce((sum, part) => sum + part.tokens * (part.price ?? 0) * part.times, 0),
  );
}

/** Returns the most that a call with no more than these tokens can cost, in micro-dollars. Null if the price is unknown. */
export function mostCostOf(
  { input, output }: Pick<Usage, "input" | "output">,
  row: Price | null,
  lane: OutsideLane = "live",
): number | null {
  const times = row && factorOf(row, lane);
  if (!row || times === null) return null;
  const long = row.longContext && input > row.longContext.above ? row.longContext : usual;
  const dearest = Math.max(row.input, row.cacheWrite ?? 0, row.cachedInput ?? 0);
  return upToMicro(
    times *
      (input * dearest * Math.max(1, long.input) + output * row.output * Math.max(1, long.output)),
  );
}

/** Returns the cost of sound in micro-dollars, rounded up. Null if the price of a minute is unknown. */
export function audioCostOf(seconds: number, row: Price | null): number | null {
  if (!row || row.audioMinute === null) return null;
  return upToMicro((seconds / 60) * row.audioMinute * 1_000_000);
}

const usual = { input: 1, output: 1 };

/** A dollar a million tokens is a micro-dollar a token. The rest of a sum of floats is far below a millionth of that. */
function upToMicro(sum: number): number {
  return Math.ceil(Number(sum.toFixed(6)));
}

function factorOf({ batchFactor, tiers }: Price, lane: OutsideLane): number | null {
  if (lane === "live") return 1;
  return (lane === "batch" ? batchFactor : tiers[lane]) ?? null;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
