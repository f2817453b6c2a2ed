"use client";

import { type Part, printPart } from "@besunny/api/browser/grammar";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import { partsOf, without } from "./edit-query";
import { useConditionText } from "./use-condition-text";

/** The conditions of a query, each of which a click takes away. */
export function QueryChips({
  query,
  onChange,
}: {
  query: string;
  onChange: (query: string) => void;
}) {
  const t = useTranslations("queries");
  const textOf = useConditionText();
  const chips = partsOf(query).flatMap((part, at) => (isChip(part) ? [{ part, at }] : []));
  if (chips.length === 0) return null;

  return (
    <ul aria-label={t("conditions")} className="flex flex-wrap gap-1.5">
      {chips.map(({ part, at }) => {
        const text = textOf(part);
        return (
          <li key={printPart(part)}>
            <button
              type="button"
              onClick={() => onChange(without(query, at))}
              aria-label={t("takeAway", { condition: text })}
              className="flex h-7 max-w-80 items-center gap-1.5 rounded-md border border-focus bg-accent-soft px-2 text-sm transition-colors hover:bg-n4 coarse:h-9"
            >
              <bdi className="truncate">{text}</bdi>
              <X aria-hidden className="size-3.5 shrink-0 text-n11" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function isChip({ kind }: Part): boolean {
  return kind !== "word";
}
