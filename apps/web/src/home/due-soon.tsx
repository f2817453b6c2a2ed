"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { placeHref } from "~/viewer/place";

import { daysBetween, localDay } from "./days";
import { HomeSection } from "./home-section";

const shown = 8;

/** The days that documents state and that are near, each one click from the words that say so. */
export function DueSoon() {
  const t = useTranslations("home");
  const format = useFormatter();
  const locale = useLocale();
  const trpc = useTRPC();
  // The server does not know which day it is where the person sits.
  const [today, setToday] = useState<string | null>(null);
  useEffect(() => setToday(localDay(new Date())), []);
  const due = useQuery(
    trpc.documents.due.queryOptions(
      { from: today ?? undefined, limit: shown },
      { enabled: today !== null },
    ),
  );
  const items = due.data?.items ?? [];
  if (!today || items.length === 0) return null;

  return (
    <HomeSection title={t("due")}>
      {items.map(({ document, kind, day, amount, evidence }) => (
        <li
          key={`${document.id}/${kind}`}
          className="relative flex min-h-11 items-center gap-3 border-n5 border-b px-4 py-1.5 hover:bg-n3"
        >
          <time dateTime={day} className="w-20 shrink-0 text-sm tabular-nums">
            {format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" })}
            <span className="block text-n11 text-xs">
              {new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
                daysBetween(today, day),
                "day",
              )}
            </span>
          </time>
          <div className="min-w-0 flex-1">
            <Link
              href={placeHref(document.id, evidence ? { span: evidence.span } : {})}
              className="block truncate font-medium before:absolute before:inset-0"
            >
              <bdi>{document.title}</bdi>
            </Link>
            <span className="block truncate text-n11 text-sm">{t(`due_${kind}`)}</span>
          </div>
          {amount && <span className="shrink-0 text-sm tabular-nums">{amount}</span>}
        </li>
      ))}
    </HomeSection>
  );
}
