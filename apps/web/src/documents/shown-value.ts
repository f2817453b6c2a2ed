import type { useFormatter } from "next-intl";

type Value = { value: string; normalised?: string | undefined };

/** Returns a value as people write it: a day or a sum that is kept in its normal form alone is put into words. */
export function shownValue(
  { value, normalised }: Value,
  format: ReturnType<typeof useFormatter>,
): string {
  if (normalised === undefined || value !== normalised) return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  const [, currency, amount] = /^([A-Z]{3}) (-?\d+(?:\.\d+)?)$/.exec(value) ?? [];
  if (!currency || !amount) return value;
  try {
    return format.number(Number(amount), { style: "currency", currency });
  } catch {
    return value;
  }
}
