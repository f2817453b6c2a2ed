"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Evidence } from "../meeting";
import { useMeetingWords } from "../use-meeting-words";
import { usePanel } from "./panel-context";

/** A statement that leads to the words it rests on, with their second and who said them. More places have buttons of their own. */
export function StatementButton({
  id,
  evidence,
  children,
  below,
}: {
  id: string;
  evidence: readonly Evidence[];
  children: ReactNode;
  below?: ReactNode;
}) {
  const t = useTranslations("meetings");
  const { goTo, openSpan } = usePanel();
  const { placeOf } = useMeetingWords();
  const [first, ...others] = evidence;
  const isOpen = (span: Evidence["span"]) => openSpan?.[0] === span[0] && openSpan[1] === span[1];

  if (!first)
    return (
      <div className="min-w-0 flex-1 py-1">
        {/* It leads nowhere, but keys reach it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be done with a statement is done by key too. */}
        <p tabIndex={0} data-row={id} className="break-words rounded-sm" dir="auto">
          {children}
        </p>
        {below}
      </div>
    );
  return (
    <div className="min-w-0 flex-1">
      <button
        type="button"
        data-row={id}
        aria-pressed={isOpen(first.span)}
        title={`“${first.quote}”`}
        onClick={() => goTo(first)}
        className="group -mx-2 flex w-[calc(100%+1rem)] items-start gap-2 rounded-md px-2 py-1 text-start transition-colors hover:bg-n4 aria-pressed:bg-accent-soft"
      >
        <span className="min-w-0 flex-1 break-words" dir="auto">
          {children}
        </span>
        <span className="shrink-0 pt-0.5 text-n11 text-xs tabular-nums underline decoration-n7 underline-offset-2 group-hover:text-accent-strong">
          {placeOf(first)}
        </span>
      </button>
      {below}
      {others.length > 0 && (
        <p className="flex flex-wrap gap-x-2 text-n11 text-xs">
          {t("alsoAt")}
          {others.map((each) => (
            <button
              key={`${each.span[0]}-${each.span[1]}`}
              type="button"
              title={`“${each.quote}”`}
              aria-pressed={isOpen(each.span)}
              onClick={() => goTo(each)}
              className="rounded-sm tabular-nums underline decoration-n7 underline-offset-2 hover:text-accent-strong aria-pressed:bg-accent-soft"
            >
              {placeOf(each)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
