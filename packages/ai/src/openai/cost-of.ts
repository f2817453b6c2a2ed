import { z } from "zod";

import type { Cost } from "../ai";
import { isOfFamily } from "./family";
import shipped from "./prices.json" with { type: "json" };
import type { Usage } from "./usage";

const day = z.iso.date();
const price = z.number().nonnegative();

/** The price of a million tokens of a model at one server, from one day until before another. Null means unknown. */
export const Price = z.object({
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
  /** If a call has more input tokens than `above`, its input and output prices are multiplied by these factors. */
  longContext: z.object({ above: z.number(), input: price, output: price }).nullable(),
  source: z.string(),
  readOn: day,
});
export type Price = z.infer<typeof Price>;

export const priceList: readonly Price[] = z.array(Price).parse(shipped);

type Call = {
  /** Base URL of the server that was asked. */
  server: string;
  model: string;
  at: Date;
  prices?: readonly Price[];
};

/** Returns the cost of a call. `usd` is null if the tokens or one of their prices are unknown. */
export function costOf(usage: Usage | null, call: Call): Cost {
  if (!usage) return { inputTokens: 0, outputTokens: 0, usd: null };
  const found = priceOf(call);
  return {
    inputTokens: usage.input,
    outputTokens: usage.output,
    usd: found ? usdOf(usage, found) : null,
  };
}

function priceOf({ server, model, at, prices = priceList }: Call): Price | null {
  const today = at.toISOString().slice(0, 10);
  const rows = prices.filter(
    (row) =>
      row.currency === "USD" &&
      withoutSlash(row.server) === withoutSlash(server) &&
      isOfFamily(model, row.model) &&
      row.from <= today &&
      (row.until === null || today < row.until),
  );
  const [newest] = rows.sort(
    (a, b) => b.model.length - a.model.length || b.from.localeCompare(a.from),
  );
  return newest ?? null;
}

function usdOf({ input, cached, written, output }: Usage, row: Price): number | null {
  const times =
    row.longContext && input > row.longContext.above ? row.longContext : { input: 1, output: 1 };
  const parts = [
    { tokens: Math.max(0, input - cached - written), price: row.input, times: times.input },
    { tokens: cached, price: row.cachedInput, times: times.input },
    { tokens: written, price: row.cacheWrite, times: times.input },
    { tokens: output, price: row.output, times: times.output },
  ];
  let sum = 0;
  for (const part of parts) {
    if (part.tokens === 0) continue;
    if (part.price === null) return null;
    sum += part.tokens * part.price * part.times;
  }
  return sum / 1e6;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
