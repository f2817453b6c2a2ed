"use client";

import { classNames } from "@besunny/ui/class-names";
import { ChevronDown, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";

import type { Problem } from "../definition/problems-at";
import { keyOfPart, type Selected, useEditing } from "../editor/editing";

/** A part of the automation: a line that tells it, and its form while it is open. */
export function PartRow({
  part,
  icon,
  title,
  detail,
  problems,
  number = null,
  actions,
  onKeyDown,
  children,
}: {
  part: Exclude<Selected, null>;
  icon: ReactNode;
  title: string;
  detail: string;
  problems: readonly Problem[];
  number?: number | null;
  actions?: ReactNode;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  const t = useTranslations("automations");
  const { selected, select, isReadOnly } = useEditing();
  const key = keyOfPart(part);
  const isOpen = selected !== null && keyOfPart(selected) === key;

  return (
    <div
      className={classNames(
        "rounded-lg border bg-raised transition-colors",
        isOpen ? "border-n8" : "border-n6 hover:border-n7",
      )}
    >
      <div className="flex items-center gap-1 pr-1.5">
        <button
          type="button"
          data-row={key}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `form-${key}` : undefined}
          onClick={() => select(isOpen ? null : part)}
          onKeyDown={onKeyDown}
          className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-lg px-3 py-2 text-left"
        >
          <span className="inline-flex size-7 shrink-0 items-center justify-center rounded-md bg-n4 text-n11">
            {icon}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block font-medium">
              {number !== null && <span className="text-n11 tabular-nums">{`${number}. `}</span>}
              {title}
            </span>
            {detail && <bdi className="block truncate text-n11 text-sm">{detail}</bdi>}
          </span>
          {problems.length > 0 && (
            <span className="inline-flex shrink-0 items-center text-attention">
              <CircleAlert aria-hidden className="size-4" />
              <span className="sr-only">{t("toDo", { count: problems.length })}</span>
            </span>
          )}
          <ChevronDown
            aria-hidden
            className={classNames(
              "size-4 shrink-0 text-n11 transition-transform",
              isOpen && "rotate-180",
            )}
          />
        </button>
        {actions}
      </div>
      {isOpen && (
        <fieldset
          id={`form-${key}`}
          disabled={isReadOnly}
          aria-label={title}
          className="min-w-0 border-n5 border-t p-3 sm:p-4"
        >
          {children}
        </fieldset>
      )}
    </div>
  );
}
