"use client";

import { StatTile } from "@besunny/ui/display/stat-tile";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { type Quality, type RowFilter, searchRangeParsers, sumOf } from "./range";

/** The figures first asked for; each shows the rows behind it. */
export function SearchTiles({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const [, setRange] = useQueryStates(searchRangeParsers, { history: "push" });
  const { ratings } = quality;
  const rated = ratings.helpful + ratings.unhelpful;
  const sum = sumOf(quality.days);
  const share = (part: number, whole: number) =>
    t("share", { share: whole === 0 ? 0 : part / whole });
  const rows = (name: string, only: RowFilter) => (
    <button type="button" onClick={() => void setRange({ only, day: null })}>
      {t("openRows", { name })}
    </button>
  );

  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      <StatTile
        label={t("searches")}
        value={format.number(sum.searches)}
        action={rows(t("searches"), "all")}
      />
      <StatTile
        label={t("empty")}
        value={format.number(sum.empty)}
        note={share(sum.empty, sum.searches)}
        action={rows(t("empty"), "empty")}
      />
      <StatTile
        label={t("rank")}
        value={
          sum.meanReciprocalRank === null
            ? "–"
            : format.number(sum.meanReciprocalRank, { maximumFractionDigits: 2 })
        }
        note={t("rankNote")}
        action={rows(t("opened"), "opened")}
      />
      <StatTile
        label={t("questions")}
        value={format.number(sum.questions)}
        action={rows(t("questions"), "all")}
      />
      <StatTile
        label={t("declined")}
        value={format.number(sum.declined)}
        note={share(sum.declined, sum.questions)}
        action={rows(t("declined"), "declined")}
      />
      <StatTile
        label={t("helpful")}
        value={share(ratings.helpful, rated)}
        note={t("rated", { count: rated })}
      />
    </div>
  );
}
