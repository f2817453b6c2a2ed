"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageMarks } from "./page-marks";
import { PageStack } from "./page-stack";
import type { PagesProps } from "./pages-props";

/** Slides or printed pages, drawn by the server one by one as they come near. */
export function DrawnPages({
  documentId,
  pageCount,
  hasMarks,
  page,
  span,
  width,
  onVisible,
}: Omit<PagesProps, "format" | "onPages"> & {
  /** True if the pages are those that the words of the document lie on. */
  hasMarks: boolean;
}) {
  const t = useTranslations("viewer");
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const ratioOf = (number: number) => ratios.get(number) ?? ratios.get(1) ?? 0.5625;

  return (
    <PageStack
      count={pageCount}
      ratioOf={ratioOf}
      target={page}
      width={width}
      pageLabel={(number) => t("pageOf", { page: number, count: pageCount })}
      onVisible={onVisible}
    >
      {(number) => (
        <>
          {!ratios.has(number) && !failed.has(number) && (
            <div role="status" aria-label={t("drawing", { page: number })}>
              <Skeleton className="absolute inset-0 h-full rounded-none" />
            </div>
          )}
          {failed.has(number) ? (
            <p className="grid h-full place-items-center p-4 text-center text-neutral-700 text-sm">
              {t("notDrawn", { page: number })}
            </p>
          ) : (
            <img
              src={`/api/v1/documents/${documentId}/pages/${number}/image?width=1600`}
              alt={t("pageOf", { page: number, count: pageCount })}
              className="relative block h-full w-full"
              onError={() => setFailed((before) => new Set(before).add(number))}
              onLoad={({ currentTarget: { naturalHeight, naturalWidth } }) =>
                setRatios((before) => new Map(before).set(number, naturalHeight / naturalWidth))
              }
            />
          )}
          {hasMarks && span && (
            <PageMarks
              documentId={documentId}
              page={number}
              span={span}
              isTarget={number === (page ?? 1)}
              label={t("marked")}
            />
          )}
        </>
      )}
    </PageStack>
  );
}

/** Returns how many pages of a document the server can draw; 0 until that is known. */
export function useDrawnPages(id: string, isAsked: boolean) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.documents.drawnPages.queryOptions(
      { id },
      { enabled: isAsked, staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );
  return data ?? { count: 0, arePages: false };
}
