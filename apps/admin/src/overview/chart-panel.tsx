"use client";

import { Button } from "@besunny/ui/buttons/button";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { toCsv } from "./to-csv";

/** A chart with its definition, its table twin and its export. */
export function ChartPanel({
  title,
  definition,
  chart,
  table,
  rows,
}: {
  title: string;
  definition: string;
  chart: ReactNode;
  table: ReactNode;
  rows: readonly Record<string, string | number | null>[];
}) {
  const t = useTranslations("overview");
  const [view, setView] = useState("chart");

  function download() {
    const address = URL.createObjectURL(new Blob([toCsv(rows)], { type: "text/csv" }));
    Object.assign(document.createElement("a"), {
      href: address,
      download: `${title.toLowerCase().replaceAll(" ", "-")}.csv`,
    }).click();
    URL.revokeObjectURL(address);
  }

  return (
    <section aria-label={title} className="min-w-0">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-n11 text-xs">{definition}</p>
        </div>
        <SegmentedControl
          label={t("view", { title })}
          value={view}
          options={[
            { value: "chart", label: t("chart") },
            { value: "table", label: t("table") },
          ]}
          onChange={setView}
        />
        <Button
          variant="ghost"
          aria-label={t("export", { title })}
          title={t("export", { title })}
          disabled={rows.length === 0}
          onClick={download}
          icon={<Download aria-hidden />}
          className="px-2"
        />
      </header>
      <div className="mt-3 min-h-64">
        {rows.length === 0 ? (
          <p className="flex h-64 items-center justify-center text-n11">{t("nothing")}</p>
        ) : view === "chart" ? (
          chart
        ) : (
          table
        )}
      </div>
    </section>
  );
}
