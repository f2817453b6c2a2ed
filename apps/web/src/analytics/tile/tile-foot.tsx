"use client";

import { classNames } from "@besunny/ui/class-names";
import { useFormatter, useTranslations } from "next-intl";

import type { Answered } from "./answered";

const MINUTE_MS = 60_000;
/** From here on a figure is late. */
const LATE_MS = 15 * MINUTE_MS;

/** Says how fresh a figure is, and how many groups are kept back. */
export function TileFoot({ answered }: { answered: readonly Answered[] }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const [first] = answered;
  if (!first) return null;
  const { asOf, query } = first.answer;
  const behind = Math.max(...answered.map(({ answer }) => answer.freshness.behindMs));
  const kept = answered.reduce((sum, { answer }) => sum + answer.suppressed, 0);
  const isLate = behind > LATE_MS;

  return (
    <p className="mt-auto flex flex-wrap gap-x-2 text-n11 text-xs">
      <span className={classNames("tabular-nums", isLate && "text-attention")}>
        {t("asOf", {
          time: format.dateTime(new Date(asOf.getTime() - behind), {
            hour: "2-digit",
            minute: "2-digit",
            timeZone: query.timeZone,
          }),
        })}
        {isLate && `, ${t("behind", { minutes: Math.round(behind / MINUTE_MS) })}`}
      </span>
      {kept > 0 && <span>{t("keptBack", { count: kept })}</span>}
    </p>
  );
}
