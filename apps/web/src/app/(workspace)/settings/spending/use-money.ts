import { useFormatter } from "next-intl";

/** The millionths of a US dollar in one. */
export const MICRO = 1_000_000;

/** Returns a function that writes millionths of a US dollar as money; small sums with more digits. */
export function useMoney(): (micro: number) => string {
  const format = useFormatter();
  return (micro) =>
    format.number(micro / MICRO, {
      style: "currency",
      currency: "USD",
      maximumFractionDigits: Math.abs(micro) >= MICRO || micro === 0 ? 2 : 6,
    });
}
