"use client";

import { classNames } from "@besunny/ui/class-names";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { chosenOf, isSame, toggled } from "./edit-query";

export type FacetChoice = { value: string; label: string; count: number };

const FEW = 6;

/** The values of one facet. A key of one value at a time, such as the year, replaces its value. */
export function FacetGroup({
  keyName,
  name,
  choices,
  labelOf = (value) => value,
  query,
  onChange,
}: {
  keyName: string;
  name: string;
  choices: readonly FacetChoice[];
  /** Returns the words for a value that no document has any more. */
  labelOf?: ((value: string) => string) | undefined;
  query: string;
  onChange: (query: string) => void;
}) {
  const t = useTranslations("queries");
  const [isAll, setIsAll] = useState(false);
  const chosen = chosenOf(query, keyName);
  const isChosen = (value: string) => chosen.some((each) => isSame(each, value));
  const lost = chosen
    // The folders of a level are those within the chosen one, which the breadcrumb shows.
    .filter((value) => keyName !== "in" && !choices.some((choice) => isSame(choice.value, value)))
    .map((value) => ({ value, label: labelOf(value), count: 0 }));
  const all = [...choices, ...lost];
  const shown = isAll ? all : all.filter((choice, at) => at < FEW || isChosen(choice.value));
  if (all.length === 0) return null;

  function choose(value: string) {
    const isOne = keyName === "date" || keyName === "in";
    const rest =
      isOne && !isChosen(value)
        ? chosen.reduce((q, old) => toggled(q, keyName, old), query)
        : query;
    onChange(toggled(rest, keyName, value));
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-n11 text-xs">{name}</legend>
      <ul className="flex flex-col">
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={isChosen(value)}
              onClick={() => choose(value)}
              className={classNames(
                "-mx-2 flex min-h-7 w-[calc(100%+1rem)] items-center gap-2 rounded-md px-2 text-left text-sm transition-colors hover:bg-n4 coarse:min-h-10",
                isChosen(value) && "bg-accent-soft font-medium",
              )}
            >
              <bdi className="min-w-0 flex-1 truncate first-letter:uppercase">{label}</bdi>
              {isChosen(value) && <Check aria-hidden className="size-3.5 shrink-0" />}
              <span className="shrink-0 text-n11 text-xs tabular-nums">{count}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <button
          type="button"
          onClick={() => setIsAll(true)}
          className="mt-0.5 text-n11 text-xs underline underline-offset-2"
        >
          {t("allValues", { count: all.length })}
        </button>
      )}
    </fieldset>
  );
}
