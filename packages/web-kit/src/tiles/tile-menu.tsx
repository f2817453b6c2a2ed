"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import type { MetricQuery } from "@besunny/api/browser/figures";
import { valueIn } from "@besunny/charts/figures";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { downloadCsv } from "@besunny/ui/charts/to-csv";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Popover } from "@besunny/ui/overlays/popover";
import { ChartNoAxesColumn, Download, Ellipsis, Info, ListTree, Table2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFigureWiring } from "../figures/figure-wiring";
import { useFigureWords } from "../figures/use-figure-words";
import { Link } from "../link";

import type { TileDeeds } from "./tile-deeds";
import { type Answered, tableOf } from "./tile-table";

/** The definition of a tile, its table, its rows and its file. */
export function TileMenu({
  tile,
  title,
  answered,
  queries,
  deeds,
  isTable,
  onTable,
  extra,
}: {
  tile: Tile;
  title: string;
  answered: readonly Answered[];
  queries: readonly MetricQuery[];
  deeds: TileDeeds;
  isTable: boolean;
  onTable: (() => void) | undefined;
  extra: ReactNode;
}) {
  const t = useTranslations("dashboards");
  const tf = useTranslations("figures");
  const { cataloguePath } = useFigureWiring();
  const words = useFigureWords();
  const router = useRouter();
  const [first] = answered;
  const [query] = queries;
  const rows = first?.definition.drill && query ? deeds.rowsHref?.(query) : undefined;
  const breakOuts = tile.question.breakOuts.map(words.dimensionName).join(", ");

  function save() {
    const table = tableOf(answered);
    const unit = first?.definition.unit ?? "rows";
    const [dimension] = tile.question.breakOuts;
    const axis =
      table.axis === "time" ? t("time") : dimension ? words.dimensionName(dimension) : t("figure");
    downloadCsv(
      title,
      table.rows.map((row) => ({
        [axis]: row.at?.toISOString() ?? (row.isRest ? t("others") : (row.group?.name ?? title)),
        ...Object.fromEntries(
          table.series.map((each) => [
            `${each.name} (${words.unitName(unit)})`,
            valueIn(row, each),
          ]),
        ),
      })),
    );
  }

  return (
    <>
      <Popover
        label={t("definition", { title })}
        align="end"
        className="w-80"
        trigger={
          <IconButton
            label={t("definition", { title })}
            icon={<Info aria-hidden />}
            className="size-6"
          />
        }
      >
        <dl className="flex max-h-80 flex-col gap-2 overflow-y-auto text-sm">
          {answered.map(({ definition }) => (
            <div key={definition.name}>
              <dt className="font-medium">{definition.title}</dt>
              <dd className="text-n11">{definition.definition}</dd>
              <dd className="text-n11 text-xs">
                {words.unitName(definition.unit)} · {tf(`viewpoint_${definition.viewpoint}`)}
              </dd>
            </div>
          ))}
        </dl>
        {(deeds.toggle || deeds.rowsHref) && (
          <p className="mt-2 border-n6 border-t pt-2 text-n11 text-xs">
            {deeds.toggle && breakOuts
              ? t("clickFilters", { names: breakOuts })
              : t("clickOpensRows")}
          </p>
        )}
        {deeds.rowsHref && cataloguePath && (
          <p className="mt-2 text-xs">
            <Link href={`${cataloguePath}#${first?.definition.name ?? ""}`} className="underline">
              {t("allFigures")}
            </Link>
          </p>
        )}
      </Popover>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t("tileMenu", { title })}
            icon={<Ellipsis aria-hidden />}
            className="size-6"
          />
        }
      >
        {onTable && (
          <MenuItem
            icon={isTable ? <ChartNoAxesColumn aria-hidden /> : <Table2 aria-hidden />}
            onSelect={onTable}
          >
            {t(isTable ? "showChart" : "showTable")}
          </MenuItem>
        )}
        {rows && (
          <MenuItem icon={<ListTree aria-hidden />} onSelect={() => router.push(rows)}>
            {t("showRows")}
          </MenuItem>
        )}
        <MenuItem icon={<Download aria-hidden />} disabled={answered.length === 0} onSelect={save}>
          {t("saveCsv")}
        </MenuItem>
        {extra}
      </Menu>
    </>
  );
}
