import { createHash } from "node:crypto";

import Stripe from "stripe";

import type { MeteredPrice, SoldPlan } from "./billing";

/** Stripe counts whole numbers up to 15 digits, and has 12 digits after the point for a price. Bytes are too small for both. */
const UNITS: Readonly<Record<string, number>> = { storage: 1024 ** 2 };

/** Returns how many of our units one unit of Stripe's meter is. */
export function unitOf(meter: string): number {
  return UNITS[meter] ?? 1;
}

/** The name under which Stripe counts a meter. */
export function eventNameOf(meter: string): string {
  return `besunny_${meter}`;
}

/** Returns the prices of a plan at Stripe. Those that are not there yet are made; a changed price is another price. */
export async function pricesOf(
  stripe: Stripe,
  plan: SoldPlan,
  meterIdOf: (meter: string) => Promise<string>,
): Promise<{ fixed: string | null; metered: string[] }> {
  const product = await productOf(stripe, plan);
  const fixed =
    plan.fixedMicro > 0
      ? await priceOf(stripe, keyOf(plan, "fixed", plan.fixedMicro), {
          currency: plan.currency,
          product,
          unit_amount_decimal: decimal(minorOf(plan.currency, plan.fixedMicro, 1, 1)),
          recurring: { interval: "month" },
        })
      : null;
  const metered: string[] = [];
  for (const meter of plan.meters.filter(({ tiers }) => tiers.length > 0))
    metered.push(
      await priceOf(stripe, keyOf(plan, meter.meter, meter), {
        currency: plan.currency,
        product,
        nickname: meter.meter,
        billing_scheme: "tiered",
        tiers_mode: "graduated",
        tiers: tiersOf(plan.currency, meter),
        recurring: {
          interval: "month",
          usage_type: "metered",
          meter: await meterIdOf(meter.meter),
        },
      }),
    );
  return { fixed, metered };
}

function tiersOf(currency: string, { meter, per, tiers }: MeteredPrice) {
  const unit = unitOf(meter);
  return tiers.map(({ upTo, unitMicro }) => ({
    up_to: upTo === null ? ("inf" as const) : Math.ceil(upTo / unit),
    unit_amount_decimal: decimal(minorOf(currency, unitMicro, unit, per)),
  }));
}

async function productOf(stripe: Stripe, { id, name }: SoldPlan): Promise<string> {
  const product = await stripe.products.create(
    { name, metadata: { plan_id: id } },
    { idempotencyKey: `besunny-product-${id}-${hashOf(name)}` },
  );
  return product.id;
}

async function priceOf(
  stripe: Stripe,
  lookupKey: string,
  params: Stripe.PriceCreateParams,
): Promise<string> {
  const known = await stripe.prices.list({ lookup_keys: [lookupKey], active: true, limit: 1 });
  const [found] = known.data.filter(({ lookup_key }) => lookup_key === lookupKey);
  if (found) return found.id;
  const made = await stripe.prices.create(
    { ...params, currency: params.currency.toLowerCase(), lookup_key: lookupKey },
    { idempotencyKey: `besunny-price-${lookupKey}` },
  );
  return made.id;
}

function keyOf({ id, currency }: SoldPlan, part: string, content: unknown): string {
  return `besunny_${id}_${part}_${hashOf([currency, content])}`;
}

function hashOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}

const DIGITS = 12n;

/** Returns the price of `unit` units in the smallest unit of the currency, with 12 digits after the point. */
function minorOf(currency: string, micro: number, unit: number, per: number): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  const scaled =
    (BigInt(micro) * BigInt(unit) * 10n ** (DIGITS + BigInt(maximumFractionDigits))) /
    (BigInt(per) * 1_000_000n);
  const text = scaled.toString().padStart(Number(DIGITS) + 1, "0");
  const [whole, rest] = [text.slice(0, -Number(DIGITS)), text.slice(-Number(DIGITS))];
  return `${whole}.${rest}`.replace(/\.?0+$/, "");
}

function decimal(text: string) {
  return Stripe.Decimal.from(text);
}
