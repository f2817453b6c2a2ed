"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DocumentIcon } from "~/documents/document-icon";
import { TypeLabel } from "~/documents/type-label";
import { placeHref } from "~/viewer/place";
import { AlsoIn } from "./also-in";
import { spanToMark } from "./excerpt";
import { PassageLine } from "./passage-line";

export type Hit = Outputs["search"]["find"]["items"][number];

/** Documents by their best passage, the best document first. */
export function Results({ items, query }: { items: Hit[]; query: string }) {
  const t = useTranslations("search");

  return (
    <>
      <ul aria-label={t("results")} className="mt-2 flex flex-col">
        {items.map((hit) => (
          <DocumentHit key={hit.document.id} hit={hit} />
        ))}
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

function DocumentHit({ hit }: { hit: Hit }) {
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
        <PassageLine documentId={document.id} shown={hit} />
        {isUnfolded &&
          more.map((shown) => (
            <PassageLine key={shown.passage.number} documentId={document.id} shown={shown} />
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
