"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import { classNames } from "@besunny/ui/class-names";
import { useTranslations } from "next-intl";
import { useFigureWords } from "../figures/use-figure-words";
import { Link } from "../link";

import type { TileDeeds } from "./tile-deeds";
import type { Answered } from "./tile-table";

const tones = { good: "text-good", bad: "text-bad", neutral: "text-n11" } as const;

/** The figure of a tile with its change against the range before. It leads to its rows. Several metrics have none in common. */
export function TileFigure({
  tile,
  answered,
  deeds,
}: {
  tile: Tile;
  answered: readonly Answered[];
  deeds: TileDeeds;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const [first] = answered;
  if (!first || answered.length > 1) return null;
  const { definition, answer } = first;
  const { total, before, isApproximate, query, n } = answer;
  const delta = words.deltaOf(definition, total, before?.total);
  const text = total === null ? "–" : words.valueText(definition.unit, total);
  const value = isApproximate && total !== null ? t("about", { value: text }) : text;
  const href = definition.drill && n > 0 ? deeds.rowsHref?.(query) : undefined;

  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span
        className={classNames(
          "font-semibold tabular-nums",
          tile.kind === "number" ? "text-xl" : "text-lg",
        )}
      >
        {href ? (
          <Link
            href={href}
            className="underline decoration-n8 underline-offset-4 hover:decoration-n11"
            aria-label={t("rowsOf", { value, title: definition.title })}
          >
            {value}
          </Link>
        ) : (
          value
        )}
      </span>
      {total === null && <span className="text-n11 text-xs">{t("unknown")}</span>}
      {delta && (
        <span
          className={classNames("text-xs tabular-nums", tones[delta.tone])}
          title={delta.meaning}
        >
          {delta.text} <span className="sr-only">{delta.meaning}</span>
        </span>
      )}
    </p>
  );
}
