"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

/** How often a page that looks again by itself does so, in milliseconds; only while it is seen. */
export const liveMs = 2_000;

/** Says that what stands here is kept up to date, and of when it is. */
export function LiveMark({ asOf }: { asOf: Date }) {
  const t = useTranslations("operations");

  return (
    <span className="inline-flex items-center gap-1.5 text-n11 text-xs">
      <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-good" />
      {t("live")}
      <span className="hidden sm:inline">
        · {t("asOf")} <RelativeTime at={asOf} />
      </span>
    </span>
  );
}
