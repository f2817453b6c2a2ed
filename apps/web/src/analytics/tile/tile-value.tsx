"use client";

import { classNames } from "@besunny/ui/class-names";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { rowsHref } from "../place";
import { useFigureWords } from "../use-figure-words";
import type { Answered } from "./answered";

const tones = { good: "text-good", bad: "text-bad", neutral: "text-n11" } as const;

/** The whole of a figure with its change against the range before. It leads to its rows. */
export function TileValue({
  answered: { definition, answer },
  isLarge,
}: {
  answered: Answered;
  isLarge: boolean;
}) {
  const t = useTranslations("analytics");
  const words = useFigureWords();
  const { total, before, query } = answer;
  const value = total === null ? "–" : words.valueText(definition.unit, total);
  const delta = words.deltaOf(definition, total, before?.total);
  const isOpen = definition.drill !== null && total !== null && answer.n > 0;

  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className={classNames("font-semibold tabular-nums", isLarge ? "text-xl" : "text-lg")}>
        {isOpen ? (
          <Link
            href={rowsHref({ ...query, grain: "none", breakOuts: [] })}
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
