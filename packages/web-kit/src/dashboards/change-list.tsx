"use client";

import type { DashboardChange } from "@besunny/api/browser/dashboards";
import { useTranslations } from "next-intl";

import { useMetrics } from "../figures/use-metrics";

import { titleOf } from "../tiles/tile-view";

/** Says what somebody changed of a dashboard. */
export function ChangeList({ changes }: { changes: readonly DashboardChange[] }) {
  const t = useTranslations("dashboards");
  const { byName } = useMetrics();
  if (changes.length === 0) return <p className="mt-1 text-n11 text-xs">{t("changed_nothing")}</p>;
  return (
    <ul className="mt-1 list-disc pl-4 text-n11 text-xs">
      {changes.map((change) => (
        <li key={`${change.what} ${"tile" in change ? change.tile.id : ""}`}>
          {"tile" in change
            ? t(`changed_${change.what}`, { title: titleOf(change.tile, byName) })
            : t(`changed_${change.what}`)}
        </li>
      ))}
    </ul>
  );
}
