import type { Outputs } from "@besunny/api/browser/outputs";
import { useFormatter } from "next-intl";

export type Meter = Outputs["usage"]["stand"]["meters"][number]["meter"];

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Returns a function that writes an amount of a meter. Storage is in GB, and in MB below one. */
export function useAmount(): (meter: Meter, amount: number) => string {
  const format = useFormatter();
  const storage = (amount: number) =>
    amount > 0 && amount < GIB
      ? `${format.number(amount / MIB, { maximumSignificantDigits: 3 })} MB`
      : `${format.number(amount / GIB, { maximumFractionDigits: 2 })} GB`;
  return (meter, amount) => (meter === "storage" ? storage(amount) : format.number(amount));
}

/** Returns a function that writes amounts in the smallest unit of a currency as money. */
export function useMinor({
  currency,
  digits,
}: {
  currency: string;
  digits: number;
}): (minor: number) => string {
  const format = useFormatter();
  return (minor) => format.number(minor / 10 ** digits, { style: "currency", currency });
}
