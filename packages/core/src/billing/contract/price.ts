import type { Meter } from "../../usage/contract/meters";

/** The price of units from the tier before it up to `upTo`; null: of all that come after. In millionths of the currency. */
export type Tier = { upTo: number | null; unitMicro: number };

/** A plan as its price is made: a fixed amount of a month, and for each meter the tiers of the price of `per` units. */
export type PricedPlan = {
  currency: string;
  fixedMicro: number;
  meters: readonly { meter: Meter; per: number; tiers: readonly Tier[] }[];
};

export type PricedLine = {
  /** Null: the fixed amount. */
  meter: Meter | null;
  quantity: number;
  /** The units that one price is of. */
  per: number;
  /** In the smallest unit of the currency, such as cents. */
  amountMinor: number;
  /** The quantity in each tier. */
  parts: { quantity: number; unitMicro: number }[];
};

export type Priced = { currency: string; lines: PricedLine[]; totalMinor: number };

const MICRO = 1_000_000n;

/**
 * Returns what a month costs. Each line is rounded once, half up, to the smallest unit of the currency. The total is the sum of the lines. More use never
 * costs less. Throws `RangeError` for quantities below 0 or that are no whole numbers.
 */
export function price(plan: PricedPlan, usage: ReadonlyMap<Meter, number>): Priced {
  const { currency } = plan;
  const minor = 10n ** BigInt(digitsOf(currency));
  const fixed: PricedLine = {
    meter: null,
    quantity: 1,
    per: 1,
    amountMinor: rounded(BigInt(plan.fixedMicro) * minor, MICRO),
    parts: [{ quantity: 1, unitMicro: plan.fixedMicro }],
  };
  const metered = plan.meters.flatMap(({ meter, per, tiers }): PricedLine[] => {
    if (tiers.length === 0) return [];
    const quantity = usage.get(meter) ?? 0;
    const parts = partsOf(quantity, tiers);
    const sum = parts.reduce(
      (total, part) => total + BigInt(part.quantity) * BigInt(part.unitMicro),
      0n,
    );
    return [
      { meter, quantity, per, amountMinor: rounded(sum * minor, MICRO * BigInt(per)), parts },
    ];
  });
  const lines = plan.fixedMicro > 0 ? [fixed, ...metered] : metered;
  return {
    currency,
    lines,
    totalMinor: lines.reduce((total, { amountMinor }) => total + amountMinor, 0),
  };
}

/** Returns how many digits after the point the currency has: 2 for EUR, 0 for JPY. */
export function digitsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

function partsOf(quantity: number, tiers: readonly Tier[]): PricedLine["parts"] {
  if (!Number.isSafeInteger(quantity) || quantity < 0)
    throw new RangeError("A quantity is a whole number of 0 or more");
  const parts: PricedLine["parts"] = [];
  let [from, last] = [0, 0];
  for (const { upTo, unitMicro } of tiers) {
    const until = Math.min(quantity, upTo ?? quantity);
    if (until > from) parts.push({ quantity: until - from, unitMicro });
    from = Math.max(from, until);
    last = unitMicro;
  }
  // A quantity above the last tier costs what the last tier does.
  if (quantity > from) parts.push({ quantity: quantity - from, unitMicro: last });
  return parts;
}

/** Divides two amounts of 0 or more and rounds half up. */
function rounded(amount: bigint, by: bigint): number {
  return Number((amount * 2n + by) / (by * 2n));
}
