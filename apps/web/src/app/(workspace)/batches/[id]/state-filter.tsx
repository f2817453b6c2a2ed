"use client";

import { useTranslations } from "next-intl";

import { type BatchTotals, presentStates } from "~/batches/batch";
import { stateColours } from "~/batches/batch-bar";

import { type BatchFilters, isListed } from "./filters";

/** Lists the states of the bar with their counts. Choosing a state shows only its documents. */
export function StateFilter({
  totals,
  chosen,
  onChoose,
}: {
  totals: BatchTotals;
  chosen: BatchFilters["state"];
  onChoose: (state: BatchFilters["state"]) => void;
}) {
  const t = useTranslations("batches");

  return (
    <fieldset className="flex flex-wrap gap-1.5 border-b px-4 py-2">
      <legend className="sr-only">{t("show")}</legend>
      <button
        type="button"
        aria-pressed={chosen === null}
        className={chip}
        onClick={() => onChoose(null)}
      >
        {t("all")} <span className="tabular-nums">{totals.all}</span>
      </button>
      {presentStates(totals).map((state) => {
        const words = (
          <>
            <span aria-hidden className={`size-2 rounded-full ${stateColours[state]}`} />
            {t(`item_${state}`)} <span className="tabular-nums">{totals[state]}</span>
          </>
        );
        return isListed(state) ? (
          <button
            key={state}
            type="button"
            aria-pressed={chosen === state}
            className={chip}
            onClick={() => onChoose(chosen === state ? null : state)}
          >
            {words}
          </button>
        ) : (
          <span
            key={state}
            className="inline-flex h-7 items-center gap-1.5 px-2.5 text-n11 text-sm"
          >
            {words}
          </span>
        );
      })}
    </fieldset>
  );
}

const chip =
  "inline-flex h-7 items-center gap-1.5 rounded-md border border-n6 px-2.5 text-sm transition-colors hover:bg-n3 aria-pressed:border-n8 aria-pressed:bg-n5 aria-pressed:font-medium coarse:h-9";
