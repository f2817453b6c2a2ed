"use client";

import { searchRowFilters } from "@besunny/api/browser/vocabulary";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { type Quality, rowsId, searchRangeParsers } from "./range";

/** Single searches and questions without their words. */
export function SearchRows({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const trpc = useTRPC();
  const [{ days, day, only, workspace }, setRange] = useQueryStates(searchRangeParsers, {
    history: "push",
  });
  const rows = useQuery(
    trpc.admin.search.list.queryOptions(
      { days, day, only, workspaceId: workspace },
      { placeholderData: keepPreviousData },
    ),
  );
  const nameOf = (id: string) =>
    quality.workspaces.find(({ workspaceId }) => workspaceId === id)?.name ?? id;

  return (
    <section id={rowsId} aria-label={t("rows")} className="scroll-mt-14">
      <header className="flex flex-wrap items-start gap-2">
        <div className="flex-1">
          <h2 className="font-semibold">
            {t("rows")} {day && <span className="font-normal text-n11">{day}</span>}
          </h2>
          <p className="text-n11 text-xs">{t("rowsDefinition")}</p>
        </div>
        <SegmentedControl
          label={t("only")}
          value={only}
          options={searchRowFilters.map((value) => ({ value, label: t(`only_${value}`) }))}
          onChange={(next) =>
            void setRange({ only: searchRowFilters.find((known) => known === next) ?? "all" })
          }
        />
      </header>
      {rows.data?.items.length === 0 && <p className="py-8 text-center text-n11">{t("none")}</p>}
      {rows.data && rows.data.items.length > 0 && (
        <Table label={t("rows")}>
          <thead>
            <tr>
              <TableHead>{t("at")}</TableHead>
              <TableHead>{t("workspace")}</TableHead>
              <TableHead>{t("kind")}</TableHead>
              <TableHead numeric>{t("results")}</TableHead>
              <TableHead numeric>{t("took")}</TableHead>
              <TableHead numeric>{t("opened")}</TableHead>
              <TableHead>{t("producer")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.data.items.map((row) => (
              <TableRow key={row.id}>
                <TableCell>
                  <RelativeTime at={row.createdAt} />
                </TableCell>
                <TableCell>
                  <bdi>{nameOf(row.workspaceId)}</bdi>
                </TableCell>
                <TableCell>
                  {t(`kind_${row.kind}`)} {row.isDeclined && `· ${t("declined")}`}
                </TableCell>
                <TableCell numeric>{format.number(row.results)}</TableCell>
                <TableCell numeric>
                  {format.number(row.tookMs, { style: "unit", unit: "millisecond" })}
                </TableCell>
                <TableCell numeric>{row.openedRank ?? "–"}</TableCell>
                <TableCell>{row.producer ?? "–"}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
