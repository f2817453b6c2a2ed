"use client";

import type { itemStates } from "@besunny/api/browser/vocabulary";
import { useFormatter, useTranslations } from "next-intl";

import { stateColours } from "~/sources/counts-bar";
import { bySumState, type Source, sumStates } from "~/sources/source";

type State = (typeof itemStates)[number];

/** The states of the sum with their counts. Choosing one shows only its items. */
export function StateFilter({
  source,
  chosen,
  onChoose,
}: {
  source: Source;
  chosen: State | null;
  onChoose: (state: State | null) => void;
}) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const by = bySumState(source);
  const states = sumStates.filter((state) => by[state] > 0 || state === chosen);

  return (
    <fieldset className="flex flex-wrap gap-1.5 border-b px-4 py-2">
      <legend className="sr-only">{t("show")}</legend>
      <button
        type="button"
        aria-pressed={chosen === null}
        className={chip}
        onClick={() => onChoose(null)}
      >
        {t("all")}
      </button>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={chosen === state}
          className={chip}
          onClick={() => onChoose(chosen === state ? null : state)}
        >
          <span aria-hidden className={`size-2 rounded-full ${stateColours[state]}`} />
          {t(`item_${state}`)} <span className="tabular-nums">{format.number(by[state])}</span>
        </button>
      ))}
      <button
        type="button"
        aria-pressed={chosen === "gone"}
        className={chip}
        onClick={() => onChoose(chosen === "gone" ? null : "gone")}
      >
        {t("item_gone")}
      </button>
    </fieldset>
  );
}

const chip =
  "inline-flex h-7 items-center gap-1.5 rounded-md border border-n6 px-2.5 text-sm transition-colors hover:bg-n3 aria-pressed:border-n8 aria-pressed:bg-n5 aria-pressed:font-medium coarse:h-9";
