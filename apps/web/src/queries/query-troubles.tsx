"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { troublesOf } from "./edit-query";

/** The places of a query that were not understood, each with what was probably meant. */
export function QueryTroubles({
  query,
  onChange,
}: {
  query: string;
  onChange: (query: string) => void;
}) {
  const t = useTranslations("queries");
  const troubles = troublesOf(query);

  return (
    <ul aria-live="polite" className="flex flex-col gap-1 text-sm empty:hidden">
      {troubles.map(({ text, message, suggestion }) => (
        <li key={text} className="flex flex-wrap items-center gap-x-2 text-attention">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          <span>{message}.</span>
          {suggestion && (
            <button
              type="button"
              onClick={() => onChange(query.replace(text, suggestion))}
              className="text-n12 underline underline-offset-2"
            >
              {t("didYouMean", { suggestion })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
