"use client";

import { printQuery, searchWordsOf } from "@besunny/api/browser/grammar";
import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DocumentIcon } from "~/documents/document-icon";
import { TypeLabel } from "~/documents/type-label";
import { useTrail } from "~/documents/use-trail";
import { partsOf } from "~/queries/edit-query";
import { placeHref } from "~/viewer/place";
import { askHref } from "../ask/scope";
import { AlsoIn } from "./also-in";
import { spanToMark } from "./excerpt";
import type { Hit } from "./hit";
import { PassageLine } from "./passage-line";

/** Documents by their best passage, the best document first. */
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
  useTrail(
    t("title"),
    items.map(({ document }) => document.id),
  );

  return (
    <>
      <ul aria-label={t("results")} className="mt-2 flex flex-col">
        {items.map((hit, place) => (
          <DocumentHit
            key={hit.document.id}
            hit={hit}
            onOpen={() => onOpen(hit.document.id, place + 1)}
          />
        ))}
      </ul>
      <Button asChild className="mt-4">
        <Link href={askAbout(query)}>
          <MessageCircleQuestion aria-hidden />
          {t("askInstead")}
        </Link>
      </Button>
    </>
  );
}

function DocumentHit({ hit, onOpen }: { hit: Hit; onOpen: () => void }) {
  const t = useTranslations("search");
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { document, passage, more, moreCount, alsoIn } = hit;
  const span = spanToMark(passage.span, passage.marks);

  return (
    <li className="border-n5 border-b py-4">
      <div className="flex items-center gap-2">
        <DocumentIcon format={document.format} />
        <Link
          href={placeHref(document.id, { page: passage.page, span })}
          onClick={onOpen}
          className="min-w-0 truncate font-semibold hover:underline"
        >
          <bdi>{document.title}</bdi>
        </Link>
        <TypeLabel
          type={document.type}
          confidence={document.typeConfidence}
          className="ml-auto text-n11 text-sm"
        />
      </div>
      <ol className="mt-1 flex flex-col">
        <PassageLine documentId={document.id} shown={hit} onOpen={onOpen} />
        {isUnfolded &&
          more.map((shown) => (
            <PassageLine
              key={shown.passage.number}
              documentId={document.id}
              shown={shown}
              onOpen={onOpen}
            />
          ))}
      </ol>
      {(more.length > 0 || alsoIn.length > 0) && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-n11 text-xs">
          {more.length > 0 && (
            <button
              type="button"
              aria-expanded={isUnfolded}
              onClick={() => setIsUnfolded(!isUnfolded)}
              className="underline underline-offset-2 hover:text-n12"
            >
              {isUnfolded ? t("fewer") : t("moreHere", { count: moreCount })}
            </button>
          )}
          <AlsoIn documents={alsoIn} />
        </p>
      )}
    </li>
  );
}

/** The words become the question; the conditions say which documents are asked. */
function askAbout(query: string): string {
  const { text, conditions } = searchWordsOf(partsOf(query));
  return askHref(conditions.length > 0 ? { query: printQuery(conditions) } : {}, text);
}
