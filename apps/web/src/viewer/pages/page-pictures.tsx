"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { PageStack } from "./page-stack";
import type { PagesProps } from "./pages-props";

/** Pages that are pictures, each loaded from its address, with the marked words on them. Says so in place of one that cannot be shown. */
export function PagePictures({
  pageCount,
  marksOn,
  target,
  view,
  onVisible,
  addressOf,
  usualRatio,
}: Pick<PagesProps, "pageCount" | "target" | "view" | "onVisible"> & {
  addressOf: (page: number) => string;
  /** Height by width of a page that is not loaded yet. */
  usualRatio: number;
  /** Returns what is marked on a page. */
  marksOn: (page: number) => ReactNode;
}) {
  const t = useTranslations("viewer");
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());

  return (
    <PageStack
      count={pageCount}
      ratioOf={(number) => ratios.get(number) ?? ratios.get(1) ?? usualRatio}
      target={target}
      view={view}
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
              src={addressOf(number)}
              alt={t("pageOf", { page: number, count: pageCount })}
              className="relative block h-full w-full"
              onError={() => setFailed((before) => new Set(before).add(number))}
              onLoad={({ currentTarget: { naturalHeight, naturalWidth } }) =>
                setRatios((before) => new Map(before).set(number, naturalHeight / naturalWidth))
              }
            />
          )}
          {marksOn(number)}
        </>
      )}
    </PageStack>
  );
}
