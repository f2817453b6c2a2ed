"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { StatTile } from "@besunny/ui/display/stat-tile";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

import { documentsHref } from "~/documents/filters";

import type { OverviewData } from "./overview-data";

/** The figures first asked for; each opens the documents behind it. */
export function Tiles({ overview }: { overview: OverviewData }) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const { totals, queue, outbox, since } = overview;
  const from = since;
  const ended = totals.ready + totals.failed;
  const link = (name: string, href: string) => <Link href={href}>{t("openRows", { name })}</Link>;

  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 xl:grid-cols-6">
      <StatTile
        label={t("received")}
        value={format.number(totals.documents)}
        note={t("receivedNote")}
        action={link(t("received"), documentsHref({ from }))}
      />
      <StatTile
        label={t("ready")}
        value={format.number(totals.ready)}
        note={t("readyNote", { open: totals.open })}
        action={link(t("ready"), documentsHref({ from, status: ["ready", "needs_review"] }))}
      />
      <StatTile
        label={t("failed")}
        value={format.number(totals.failed)}
        note={t("failedNote", { share: ended === 0 ? 0 : totals.failed / ended })}
        action={link(t("failed"), documentsHref({ from, status: ["failed"] }))}
      />
      <StatTile
        label={t("queue")}
        value={format.number(queue.depth)}
        note={
          queue.oldest ? (
            <>
              {t("oldest")} <RelativeTime at={queue.oldest} />
            </>
          ) : (
            t("nothingWaits")
          )
        }
        action={link(t("queue"), documentsHref({ status: ["pending", "processing"] }))}
      />
      <StatTile
        label={t("outbox")}
        value={format.number(outbox.unsent)}
        note={
          outbox.oldest ? (
            <>
              {t("oldest")} <RelativeTime at={outbox.oldest} />
            </>
          ) : (
            t("nothingWaits")
          )
        }
      />
      <StatTile
        label={t("cost")}
        value={format.number(totals.costUsd, {
          style: "currency",
          currency: "USD",
          maximumFractionDigits: 2,
        })}
        note={
          totals.costsUnknown > 0
            ? t("costUnknownNote", { count: totals.costsUnknown })
            : t("costNote")
        }
      />
    </div>
  );
}
