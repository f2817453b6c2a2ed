"use client";

import { classNames } from "@besunny/ui/class-names";
import { Contact, FileText, ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Suggestion } from "./suggest";

const icons = { key: ListFilter, value: ListFilter, entity: Contact, document: FileText };

/** The lines under a box. The box keeps the focus and names the active line. */
export function SuggestionList({
  id,
  items,
  at,
  onTake,
}: {
  id: string;
  items: readonly Suggestion[];
  at: number;
  onTake: (suggestion: Suggestion) => void;
}) {
  const t = useTranslations("queries");

  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("suggestions")}
      className={classNames(
        "absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-lg border border-n6 bg-raised p-1 shadow-raised",
        items.length === 0 && "hidden",
      )}
    >
      {items.map((item, index) => {
        const Icon = icons[item.kind];
        return (
          // The keys are the box's own: it moves through the lines and takes one with Enter.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The box would lose the focus, and close the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(item)}
            className={classNames(
              "flex h-8 cursor-default items-center gap-2 rounded-sm px-2 text-base hover:bg-n3 coarse:h-10",
              index === at && "bg-n4",
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0 text-n10" />
            <bdi className="min-w-0 flex-1 truncate">{item.label}</bdi>
            {item.hint && (
              <span className="shrink-0 text-n11 text-xs tabular-nums">{item.hint}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
