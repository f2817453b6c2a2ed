"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

/** The time between two automatic refreshes of a page, in milliseconds. A hidden page does not refresh. */
export const liveMs = 2_000;

/** Shows that the page refreshes itself, and the time of its data. */
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
