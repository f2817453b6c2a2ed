"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Span } from "../place";
import { type Mark, marksOfSpan } from "./marks";

const tones = {
  detail: "bg-[oklch(0.8_0.1_300/0.35)] outline outline-[oklch(0.55_0.18_300)] outline-dashed",
  hit: "bg-[oklch(0.86_0.16_88/0.35)]",
};

/** The marks of those of many places that are on one page: personal details, or words that were found. They do not bring the page into view. */
export function DetailMarks({
  documentId,
  page,
  spans,
  tone,
  label,
}: {
  documentId: string;
  page: number;
  spans: readonly Span[];
  tone: keyof typeof tones;
  label: string;
}) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.documents.page.queryOptions(
      { id: documentId, page },
      { enabled: spans.length > 0, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const isHere = ([from, to]: Span) => data && from < data.span[1] && to > data.span[0];
  const marks = data ? spans.filter(isHere).flatMap((span) => marksOfSpan(data, span)) : [];
  if (marks.length === 0) return null;
  return (
    <div role="img" aria-label={label} className="pointer-events-none absolute inset-0">
      {marks.map((mark, position) => (
        <div
          key={position}
          className={`absolute rounded-[2px] mix-blend-multiply ${tones[tone]}`}
          style={placeOf(mark)}
        />
      ))}
    </div>
  );
}

/** The marks of a span over one page; comes into view when it is the page that was asked for. */
export function PageMarks({
  documentId,
  page,
  span,
  isTarget,
  jump,
  label,
}: {
  documentId: string;
  page: number;
  span: Span;
  isTarget: boolean;
  /** Changes with every wish to go there. */
  jump: number;
  label: string;
}) {
  const trpc = useTRPC();
  const first = useRef<HTMLDivElement>(null);
  const { data } = useQuery(
    trpc.documents.page.queryOptions(
      { id: documentId, page },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const marks = data ? marksOfSpan(data, span) : [];
  const hasMarks = marks.length > 0;
  const [from, to] = span;

  useEffect(() => {
    if (isTarget && hasMarks) first.current?.scrollIntoView({ block: "center" });
  }, [isTarget, hasMarks, from, to, jump]);

  if (!hasMarks) return null;
  return (
    <div
      role="img"
      aria-label={label}
      data-testid="marks"
      className="pointer-events-none absolute inset-0"
    >
      {marks.map((mark, position) => (
        <div
          key={position}
          ref={position === 0 ? first : null}
          className="absolute animate-fade rounded-[2px] bg-[oklch(0.86_0.16_88/0.45)] mix-blend-multiply outline outline-[oklch(0.7_0.16_70)]"
          style={placeOf(mark)}
        />
      ))}
    </div>
  );
}

function placeOf({ x, y, width, height }: Mark) {
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  };
}
