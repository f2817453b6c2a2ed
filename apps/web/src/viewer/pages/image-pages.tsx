"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageMarks } from "./page-marks";
import { PageStack } from "./page-stack";
import type { PagesProps } from "./pages-props";

const shownByBrowsers = ["png", "jpeg", "webp", "gif"];

/** An image as it is; what browsers do not show is drawn by the server, page by page. */
export function ImagePages({
  documentId,
  format,
  pageCount,
  page,
  span,
  width,
  onVisible,
}: PagesProps) {
  const t = useTranslations("viewer");
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const address = (number: number) =>
    shownByBrowsers.includes(format ?? "")
      ? `/api/v1/documents/${documentId}/content?inline=1`
      : `/api/v1/documents/${documentId}/pages/${number}/image?width=1600`;

  return (
    <PageStack
      count={pageCount}
      ratioOf={(number) => ratios.get(number) ?? Math.SQRT2}
      target={page}
      width={width}
      pageLabel={(number) => t("pageOf", { page: number, count: pageCount })}
      onVisible={onVisible}
    >
      {(number) => (
        <>
          <img
            src={address(number)}
            alt={t("pageOf", { page: number, count: pageCount })}
            className="block h-full w-full"
            onLoad={({ currentTarget: { naturalHeight, naturalWidth } }) =>
              setRatios((before) => new Map(before).set(number, naturalHeight / naturalWidth))
            }
          />
          {span && (
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
