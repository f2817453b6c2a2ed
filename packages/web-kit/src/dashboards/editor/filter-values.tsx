"use client";

import type { Around } from "@besunny/api/browser/dashboards";
import type { Dimension, MetricDefinition, MetricQuery } from "@besunny/api/browser/figures";
import { classNames } from "@besunny/ui/class-names";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

import { useAnswers } from "../../figures/use-answers";
import { useFigureWords } from "../../figures/use-figure-words";

type Values = (string | null)[];

const MOST_OFFERED = 50;

/** The values of a dimension to choose from: those with the most in the range, and those that are chosen already. */
export function FilterValues({
  definition,
  dimension,
  around: { from, to, timeZone, filters },
  chosen,
  onChange,
}: {
  definition: MetricDefinition;
  dimension: Dimension;
  around: Around;
  chosen: Readonly<Values>;
  onChange: (values: Values) => void;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const query: MetricQuery = {
    metric: definition.name,
    from,
    to,
    timeZone,
    grain: "none",
    breakOuts: [dimension],
    filters: [...filters],
    compare: "none",
    limit: MOST_OFFERED,
  };
  const outcome = useAnswers([query]).of(query);
  if (!outcome) return <Skeleton className="h-24" />;
  if (!outcome.ok) return <p className="text-attention text-sm">{outcome.message}</p>;
  const found = outcome.answer.points.flatMap(({ group: [value], isRest }) =>
    value && !isRest ? [value] : [],
  );
  const lost = chosen
    .filter((key) => found.every((each) => each.key !== key))
    .map((key) => ({ key, name: key ?? "" }));
  const offered = [...found, ...lost];
  if (offered.length === 0) return <p className="text-n11 text-sm">{t("nothing")}</p>;

  return (
    <ul
      aria-label={words.dimensionName(dimension)}
      className="flex max-h-40 flex-col gap-1 overflow-y-auto rounded-md border border-n6 p-2"
    >
      {offered.map((value) => (
        <li key={JSON.stringify(value.key)}>
          <button
            type="button"
            aria-pressed={chosen.includes(value.key)}
            onClick={() =>
              onChange(
                chosen.includes(value.key)
                  ? chosen.filter((each) => each !== value.key)
                  : [...chosen, value.key],
              )
            }
            className="flex w-full items-center gap-2 rounded-sm px-1 py-0.5 text-left hover:bg-n3"
          >
            <Check
              aria-hidden
              className={classNames("size-4 shrink-0", !chosen.includes(value.key) && "invisible")}
            />
            <span className="truncate">{words.groupName(dimension, value)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
