"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { DocumentIcon } from "~/documents/document-icon";
import { TypeLabel } from "~/documents/type-label";
import { placeHref } from "~/viewer/place";

import { excerptOf, spanToMark } from "./excerpt";

type Hit = Outputs["search"]["find"]["items"][number];

/** Passages under their documents, the best document first. */
export function Results({
  items,
  query,
  onOpen,
}: {
  items: Hit[];
  query: string;
  /** Called with the document that is opened, and its rank from 1. */
  onOpen: (documentId: string, rank: number) => void;
}) {
  const t = useTranslations("search");
  const byDocument = Map.groupBy(items, ({ document }) => document.id);

  return (
    <>
      <ul aria-label={t("results")} className="mt-2 flex flex-col">
        {[...byDocument.values()].map((hits, place) => {
          const [first] = hits;
          if (!first) return null;
          const open = () => onOpen(first.document.id, place + 1);
          return (
            <li key={first.document.id} className="border-n5 border-b py-4">
              <div className="flex items-center gap-2">
                <DocumentIcon format={first.document.format} />
                <Link
                  href={placeHref(first.document.id, {
                    page: first.passage.page,
                    span: spanToMark(first.passage.span, first.passage.marks),
                  })}
                  onClick={open}
                  className="min-w-0 truncate font-semibold hover:underline"
                >
                  <bdi>{first.document.title}</bdi>
                </Link>
                <TypeLabel
                  type={first.document.type}
                  confidence={first.document.typeConfidence}
                  className="ml-auto text-n11 text-sm"
                />
              </div>
              <ol className="mt-1 flex flex-col">
                {hits.map((hit) => (
                  <PassageLine key={hit.passage.number} hit={hit} onOpen={open} />
                ))}
              </ol>
            </li>
          );
        })}
      </ul>
      <Button asChild className="mt-4">
        <Link href={`/ask?q=${encodeURIComponent(query)}`}>
          <MessageCircleQuestion aria-hidden />
          {t("askInstead")}
        </Link>
      </Button>
    </>
  );
}

function PassageLine({
  hit: { document, passage, why },
  onOpen,
}: {
  hit: Hit;
  onOpen: () => void;
}) {
  const t = useTranslations("search");
  const span = spanToMark(passage.span, passage.marks);
  const reason = why.lexical === null ? "meaning" : why.dense === null ? "words" : "both";

  return (
    <li>
      <Link
        data-row
        onClick={onOpen}
        href={placeHref(document.id, { page: passage.page, span })}
        className="-mx-2 block rounded-md px-2 py-1.5 transition-colors hover:bg-n3"
      >
        <span className="flex flex-wrap gap-x-2 text-n11 text-xs">
          <span className="tabular-nums">{t("page", { page: passage.page })}</span>
          {passage.headingPath.length > 0 && <span>{passage.headingPath.join(" › ")}</span>}
          <span className="ml-auto">{t(`why_${reason}`)}</span>
        </span>
        <span dir="auto" className="line-clamp-4 text-base">
          {excerptOf(passage.text, passage.marks).map((piece, position) =>
            piece.isMarked ? (
              <mark key={position}>{piece.text}</mark>
            ) : (
              <span key={position}>{piece.text}</span>
            ),
          )}
        </span>
      </Link>
    </li>
  );
}
