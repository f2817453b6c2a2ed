"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Mark, marksOfSpan } from "~/viewer/pages/marks";

import type { Outcome } from "../use-asking";
import { aroundQuote } from "./around-quote";

type Source = Outcome["citations"][number];
/** Height of the shown part of a page, by its width. */
const SHOWN = 0.5;

/** The part of a page around the words of a source, with the words marked; text where the format has no pages to draw. */
export function SourceThumbnail({ source }: { source: Source }) {
  const { documentId, page, span, at, quote } = source;
  const trpc = useTRPC();
  const [isUndrawn, setIsUndrawn] = useState(false);
  const { data, isPending } = useQuery(
    trpc.documents.page.queryOptions(
      { id: documentId, page },
      { staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );
  if (isPending) return <Skeleton className="h-24" />;
  const hasPicture = ("boxes" in at || "slide" in at) && !isUndrawn;
  if (!data || !hasPicture || !(data.width > 0) || !(data.height > 0)) {
    const { before, after } = data ? aroundQuote(data, span) : { before: "", after: "" };
    return (
      <span dir="auto" className="line-clamp-6 block rounded-md border bg-raised p-2 text-sm">
        <span className="text-n11">{before}</span>
        <mark className="rounded-[2px] bg-mark text-inherit">{quote}</mark>
        <span className="text-n11">{after}</span>
      </span>
    );
  }
  const marks = marksOfSpan(data, [span[0], span[1]]);
  const ratio = data.height / data.width;

  return (
    <span
      className="relative block overflow-hidden rounded-md border bg-white"
      style={{ aspectRatio: `1 / ${SHOWN}` }}
    >
      <span
        className="absolute inset-x-0 block"
        style={{ top: `${-topOf(marks, ratio) * 100}%`, aspectRatio: `1 / ${ratio}` }}
      >
        <img
          src={`/api/v1/documents/${documentId}/pages/${page}/image?width=800`}
          alt={quote}
          loading="lazy"
          className="block h-full w-full"
          onError={() => setIsUndrawn(true)}
        />
        {marks.map((mark, position) => (
          <span
            key={position}
            className="absolute rounded-[2px] bg-[oklch(0.86_0.16_88/0.45)] mix-blend-multiply"
            style={{
              left: `${mark.x * 100}%`,
              top: `${mark.y * 100}%`,
              width: `${mark.width * 100}%`,
              height: `${mark.height * 100}%`,
            }}
          />
        ))}
      </span>
    </span>
  );
}

/** Returns how far the page is moved up, in heights of the shown part, so that the first mark is in its middle. */
function topOf([first]: readonly Mark[], ratio: number): number {
  const middle = first ? (first.y + first.height / 2) * ratio : 0;
  const most = Math.max(0, ratio - SHOWN);
  return Math.min(most, Math.max(0, middle - SHOWN / 2)) / SHOWN;
}
