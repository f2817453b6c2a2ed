"use client";

import { useTranslations } from "next-intl";

import { type BatchTotals, presentStates, type ShownState } from "./batch";

/** The documents of a batch by where they are; its words are the buttons beside it, or its label. */
export function BatchBar({ totals, className = "" }: { totals: BatchTotals; className?: string }) {
  const t = useTranslations("batches");
  const states = presentStates(totals);

  return (
    <div
      role="img"
      aria-label={states.map((state) => `${t(`item_${state}`)} ${totals[state]}`).join(", ")}
      className={`flex h-2 w-full gap-px overflow-hidden rounded-full bg-n5 ${className}`}
    >
      {states.map((state) => (
        <span
          key={state}
          className={`h-full min-w-0.5 transition-[flex-grow] ${stateColours[state]}`}
          style={{ flexGrow: totals[state], flexBasis: 0 }}
        />
      ))}
    </div>
  );
}

export const stateColours: Record<ShownState, string> = {
  done: "bg-good",
  duplicate: "bg-info",
  failed: "bg-bad",
  cancelled: "bg-n8",
  removed: "bg-n8",
  working: "bg-focus",
  waiting: "bg-n7",
  missing: "bg-n5",
};
