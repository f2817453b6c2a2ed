import type { Outputs } from "@besunny/api/browser/outputs";
import { useFormatter } from "next-intl";

export type Plan = Outputs["admin"]["billing"]["plans"]["items"][number];
export type Meter = Plan["meters"][number]["meter"];

const GIB = 1024 ** 3;
export const MICRO = 1_000_000;

/** The units in which admins give and see amounts: storage in GB, tokens in thousands of a price. */
export function unitOf(meter: Meter): number {
  return meter === "storage" ? GIB : 1;
}

/** The units that one price is of. */
export function perOf(meter: Meter): number {
  return meter === "storage" ? GIB : meter === "tokens" || meter === "apiCalls" ? 1_000 : 1;
}

/** Returns a function that writes an amount of a meter. */
export function useAmount(): (meter: Meter, amount: number) => string {
  const format = useFormatter();
  return (meter, amount) =>
    meter === "storage"
      ? `${format.number(amount / GIB, { maximumFractionDigits: 2 })} GB`
      : format.number(amount);
}

/** Returns a function that writes an amount in the smallest unit of a currency. */
export function useMinor(): (minor: number, of: { currency: string; digits: number }) => string {
  const format = useFormatter();
  return (minor, { currency, digits }) =>
    format.number(minor / 10 ** digits, { style: "currency", currency });
}
