"use client";

import { useTranslations } from "next-intl";

import { bySumState, type Source, type SumState, sumStates } from "./source";

/** The items of a source by state. Its words stand beside it, or in its label. */
export function CountsBar({ source }: { source: Pick<Source, "counts"> }) {
  const t = useTranslations("sources");
  const by = bySumState(source);
  const states = sumStates.filter((state) => by[state] > 0);

  return (
    <div
      role="img"
      aria-label={`${t("bar")}: ${states.map((state) => `${t(`item_${state}`)} ${by[state]}`).join(", ")}`}
      className="flex h-2 w-full gap-px overflow-hidden rounded-full bg-n5"
    >
      {states.map((state) => (
        <span
          key={state}
          className={`h-full min-w-0.5 transition-[flex-grow] ${stateColours[state]}`}
          style={{ flexGrow: by[state], flexBasis: 0 }}
        />
      ))}
    </div>
  );
}

export const stateColours: Record<SumState, string> = {
  ready: "bg-good",
  processing: "bg-focus",
  waiting: "bg-n7",
  skipped: "bg-info",
  failed: "bg-bad",
  "left-out": "bg-n8",
};
