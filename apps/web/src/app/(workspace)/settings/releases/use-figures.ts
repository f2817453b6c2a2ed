"use client";

import { useFormatter, useTranslations } from "next-intl";

type Share = { share: number; low: number; high: number };
type Gain = { gain: number; low: number; high: number };

/** Returns what writes shares from 0 to 1 as percent, and gains as percentage points, each with its interval. */
export function useFigures() {
  const t = useTranslations("releases");
  const format = useFormatter();
  const percent = (value: number) =>
    format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const points = (value: number) =>
    format.number(100 * value, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  return {
    percent,
    shareWords: (share: Share | null) =>
      share
        ? t("interval", {
            value: percent(share.share),
            low: percent(share.low),
            high: percent(share.high),
          })
        : "–",
    gainWords: ({ gain, low, high }: Gain) =>
      t("points", { value: points(gain), low: points(low), high: points(high) }),
  };
}
