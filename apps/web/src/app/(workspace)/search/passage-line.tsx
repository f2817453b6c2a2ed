"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { placeHref } from "~/viewer/place";

import { excerptOf, spanToMark } from "./excerpt";
import type { Hit } from "./hit";
import { WhyFound } from "./why-found";

/** One passage with its marked words, a click from its place, and why it was found. */
export function PassageLine({
  documentId,
  shown: { passage, why },
  onOpen,
}: {
  documentId: string;
  shown: Pick<Hit, "passage" | "why">;
  onOpen: () => void;
}) {
  const t = useTranslations("search");
  const span = spanToMark(passage.span, passage.marks);

  return (
    <li className="relative">
      <Link
        data-row
        onClick={onOpen}
        href={placeHref(documentId, { page: passage.page, span })}
        className="-mx-2 block rounded-md px-2 py-1.5 transition-colors hover:bg-n3"
      >
        <span className="flex flex-wrap gap-x-2 pr-40 text-n11 text-xs">
          <span className="tabular-nums">{t("page", { page: passage.page })}</span>
          {passage.headingPath.length > 0 && <span>{passage.headingPath.join(" › ")}</span>}
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
      <WhyFound why={why} />
    </li>
  );
}
