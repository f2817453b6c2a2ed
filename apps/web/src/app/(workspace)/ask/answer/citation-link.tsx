"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";
import { placeHref } from "~/viewer/place";

import type { Outcome } from "../use-asking";

/** The number of a source in an answer; it opens the document at the words. */
export function CitationLink({
  n,
  source,
  isChosen,
  onHover,
}: {
  n: number;
  source: Outcome["citations"][number] | undefined;
  isChosen: boolean;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const look = `mx-0.5 inline-flex h-5 min-w-5 items-center justify-center rounded-sm px-1 align-[0.1em] font-medium text-xs tabular-nums transition-colors ${
    isChosen
      ? "bg-accent text-accent-ink"
      : "bg-accent-soft text-accent-strong hover:bg-accent hover:text-accent-ink"
  }`;
  if (!source) return <span className={look}>{n}</span>;

  return (
    <Link
      href={placeHref(source.documentId, {
        page: source.page,
        span: [source.span[0], source.span[1]],
      })}
      aria-label={t("source", { n, title: source.title })}
      title={source.quote}
      className={look}
      onFocus={() => onHover(n)}
      onBlur={() => onHover(null)}
      onMouseEnter={() => onHover(n)}
      onMouseLeave={() => onHover(null)}
    >
      {n}
    </Link>
  );
}
