import { useFormatter, useTranslations } from "next-intl";

/** The millionths of a US dollar in one. */
export const MICRO = 1_000_000;

/** Returns a function that writes money; small sums with more digits, unknown ones in words. */
export function useMoney(): (micro: number | null) => string {
  const t = useTranslations("costs");
  const format = useFormatter();
  return (micro) =>
    micro === null
      ? t("unknown")
      : format.number(micro / MICRO, {
          style: "currency",
          currency: "USD",
          maximumFractionDigits: Math.abs(micro) >= MICRO || micro === 0 ? 2 : 6,
        });
}
