"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { type Delta, StatTile } from "@besunny/ui/display/stat-tile";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

import { MICRO } from "~/costs/money";
import { documentsHref } from "~/documents/filters";

import { changeOf, filterOf, type OverviewData, partsOf } from "./overview-data";

/** The figures first asked for, with their change against the span before; each opens what is behind it. */
export function Tiles({
  overview,
  workspaceId,
}: {
  overview: OverviewData;
  workspaceId: string | null;
}) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const { totals, before, queue, outbox } = overview;
  const parts = partsOf(overview);
  const filter = filterOf(overview, workspaceId);
  const ended = totals.ready + totals.failed;
  const link = (name: string, href: string) => <Link href={href}>{t("openRows", { name })}</Link>;
  const oldest = (at: Date | null) =>
    at ? (
      <>
        {t("oldest")} <RelativeTime at={at} />
      </>
    ) : (
      t("nothingWaits")
    );
  const delta = (now: number, then: number, isGood: boolean | null): Delta | null => {
    const change = changeOf(now, then);
    if (change === null) return null;
    return {
      text: format.number(change, {
        style: "percent",
        signDisplay: "always",
        maximumFractionDigits: 0,
      }),
      meaning: t("thanBefore"),
      tone: isGood === null ? "neutral" : change > 0 === isGood ? "good" : "bad",
    };
  };

  return (
    <>
      <StatTile
        className={look}
        label={t("received")}
        value={format.number(totals.documents)}
        trend={parts.map(({ all }) => all)}
        delta={delta(totals.documents, before.documents, null)}
        definition={t("receivedDefinition")}
        action={link(t("received"), documentsHref(filter))}
      />
      <StatTile
        className={look}
        label={t("ready")}
        value={format.number(totals.ready)}
        note={totals.open > 0 && t("readyNote", { open: totals.open })}
        trend={parts.map(({ counts }) => counts.ready + counts.needs_review)}
        delta={delta(totals.ready, before.ready, true)}
        definition={t("readyDefinition")}
        action={link(t("ready"), documentsHref({ ...filter, status: ["ready", "needs_review"] }))}
      />
      <StatTile
        className={look}
        label={t("failed")}
        value={format.number(totals.failed)}
        note={ended > 0 && t("failedNote", { share: totals.failed / ended })}
        trend={parts.map(({ counts }) => counts.failed)}
        delta={delta(totals.failed, before.failed, false)}
        definition={t("failedDefinition")}
        action={link(t("failed"), documentsHref({ ...filter, status: ["failed"] }))}
      />
      <StatTile
        className={look}
        label={t("queue")}
        value={format.number(queue.depth)}
        note={oldest(queue.oldest)}
        definition={t("queueDefinition")}
        action={link(
          t("queue"),
          documentsHref({
            status: ["pending", "processing"],
            ...(workspaceId && { workspaceId }),
          }),
        )}
      />
      <StatTile
        className={look}
        label={t("outbox")}
        value={format.number(outbox.unsent)}
        note={oldest(outbox.oldest)}
        definition={t("outboxDefinition")}
        action={<Link href="/operations">{t("openQueue", { name: t("outbox") })}</Link>}
      />
      <StatTile
        className={look}
        label={t("cost")}
        value={format.number(totals.costMicro / MICRO, {
          style: "currency",
          currency: "USD",
          maximumFractionDigits: 2,
        })}
        note={totals.costsUnknown > 0 && t("costUnknownNote", { count: totals.costsUnknown })}
        trend={totals.costMicro > 0 ? parts.map(({ costMicro }) => costMicro) : undefined}
        delta={delta(totals.costMicro, before.costMicro, null)}
        definition={t("costDefinition")}
        action={link(t("cost"), documentsHref(filter))}
      />
    </>
  );
}

const look = "col-span-6 lg:col-span-4 2xl:col-span-2";
