"use client";

import { classNames } from "@besunny/ui/class-names";
import { useFormatter, useTranslations } from "next-intl";
import { useFigureWords } from "../figures/use-figure-words";
import { useOwnZone } from "../figures/use-own-zone";

import type { Answered } from "./tile-table";

const MINUTE_MS = 60_000;
/** From here on a figure is late. */
const LATE_MS = 15 * MINUTE_MS;

/** Says how fresh a tile is, and what it leaves out: filters that it does not have, and groups that are kept back. */
export function TileFoot({ answered }: { answered: readonly Answered[] }) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const format = useFormatter();
  const timeZone = useOwnZone();
  const [first] = answered;
  if (!first) return null;
  const behind = Math.max(...answered.map(({ answer }) => answer.freshness.behindMs));
  const at = new Date(first.answer.asOf.getTime() - behind);
  const isLate = behind > LATE_MS;
  const lacking = new Set(answered.flatMap(({ answer }) => answer.notFiltered));
  const kept = answered.reduce((sum, { answer }) => sum + answer.suppressed, 0);

  return (
    <p className="mt-auto flex flex-wrap gap-x-2 text-n11 text-xs">
      <span className={classNames("tabular-nums", isLate && "font-medium text-attention")}>
        {t("asOf", {
          time: format.dateTime(at, {
            hour: "2-digit",
            minute: "2-digit",
            hourCycle: "h23",
            timeZone,
          }),
        })}
        {isLate && `, ${t("behind", { minutes: Math.round(behind / MINUTE_MS) })}`}
      </span>
      {lacking.size > 0 && (
        <span className="text-attention">
          {t("notFiltered", { names: [...lacking].map(words.dimensionName).join(", ") })}
        </span>
      )}
      {kept > 0 && <span>{t("keptBack", { count: kept })}</span>}
    </p>
  );
}
