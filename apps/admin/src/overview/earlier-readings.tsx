"use client";

import { Link } from "@besunny/web-kit/link";
import { BookOpenCheck } from "lucide-react";
import { useTranslations } from "next-intl";

/** Shows how many documents an earlier release of the reader read, and leads to the schedule that reads them again. */
export function EarlierReadings({ count }: { count: number }) {
  const t = useTranslations("overview");
  if (count === 0) return null;

  return (
    <p className="flex items-center gap-2 rounded-lg bg-n3 px-3 py-2 text-n11">
      <BookOpenCheck aria-hidden className="size-4 shrink-0" />
      <span>
        {t("readEarlier", { count })}{" "}
        <Link href="/schedules" className="underline">
          {t("readAgain")}
        </Link>
      </span>
    </p>
  );
}
