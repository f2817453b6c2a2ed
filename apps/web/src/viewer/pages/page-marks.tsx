"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import type { Span } from "../place";
import { FaintMarks, TargetMarks, type Tone } from "./mark-layer";
import { marksOfSpan } from "./marks";

/** The marks of those of many places that are on one page: personal details, or words that were found. */
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
  tone: Tone;
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
  return <FaintMarks marks={marks} tone={tone} label={label} />;
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
  const { data } = useQuery(
    trpc.documents.page.queryOptions(
      { id: documentId, page },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return (
    <TargetMarks
      marks={data ? marksOfSpan(data, span) : []}
      isTarget={isTarget}
      wish={`${span.join("-")} ${jump}`}
      label={label}
    />
  );
}
