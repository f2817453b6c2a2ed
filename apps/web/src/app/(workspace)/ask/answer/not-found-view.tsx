"use client";

import { Link } from "@besunny/web-kit/link";
import { FileSearch } from "lucide-react";
import { useTranslations } from "next-intl";

import { placeHref } from "~/viewer/place";

import type { Outcome } from "../use-asking";

/** Says that the documents hold no answer, and lists the nearest passages below. */
export function NotFoundView({ text, outcome }: { text: string; outcome: Outcome }) {
  const t = useTranslations("ask");

  return (
    <article aria-label={t("answer")} className="mt-3">
      <p role="status" className="flex items-center gap-2.5 font-medium text-lg">
        <FileSearch aria-hidden className="size-5 text-n10" />
        <span dir="auto">{text.trim() || t("notFound")}</span>
      </p>
      <p className="mt-1 text-n11">{t("notFoundHint")}</p>
      {outcome.nearMisses.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-medium text-n11 text-xs">{t("nearMisses")}</h3>
          <ul className="flex flex-col">
            {outcome.nearMisses.map((miss) => (
              <li key={`${miss.documentId}/${miss.span.join("-")}`}>
                <Link
                  href={placeHref(miss.documentId, {
                    page: miss.page,
                    span: [miss.span[0], miss.span[1]],
                  })}
                  className="-mx-2 block rounded-md px-2 py-2 hover:bg-n3"
                >
                  <span className="flex gap-2 text-sm">
                    <bdi className="truncate font-medium">{miss.title}</bdi>
                    <span className="shrink-0 text-n11 text-xs tabular-nums">
                      {t("page", { page: miss.page })}
                    </span>
                  </span>
                  <span dir="auto" className="line-clamp-3 text-n11">
                    {miss.text}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
