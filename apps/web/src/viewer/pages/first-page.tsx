"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { drawnPageAddress } from "./page-address";
import { type PageView, sizeOfPage } from "./page-view";

const portrait = Math.SQRT2;

/** The page that was asked for as the server draws it, for the time until the browser draws it itself. `onSettled` is called once it is there or will not be. */
export function FirstPage({
  documentId,
  page,
  view,
  onSettled,
}: {
  documentId: string;
  page: number;
  view: PageView;
  onSettled?: () => void;
}) {
  const t = useTranslations("viewer");
  const [ratio, setRatio] = useState<number | null>(null);
  const { outer, inner } = sizeOfPage(view, ratio ?? portrait);

  return (
    <div role="status" aria-label={t("loading")} className="mx-auto w-max p-4">
      <div className="relative overflow-hidden rounded-sm bg-white shadow-raised" style={outer}>
        {ratio === null && <Skeleton className="absolute inset-0 h-full rounded-none" />}
        <img
          src={firstPageAddress(documentId, page)}
          alt=""
          fetchPriority="high"
          className="absolute top-1/2 left-1/2 max-w-none"
          style={{ ...inner, transform: `translate(-50%, -50%) rotate(${view.rotation}deg)` }}
          hidden={ratio === null}
          ref={(image) => {
            // A picture that was fetched before this code ran has loaded already.
            if (image?.complete && image.naturalWidth > 0 && ratio === null)
              setRatio(image.naturalHeight / image.naturalWidth);
          }}
          onLoad={({ currentTarget: { naturalHeight, naturalWidth } }) => {
            setRatio(naturalHeight / naturalWidth);
            onSettled?.();
          }}
          onError={() => onSettled?.()}
        />
      </div>
    </div>
  );
}

/** The address of the picture of a page that is shown first. */
export function firstPageAddress(documentId: string, page: number): string {
  return drawnPageAddress(documentId, page, 960);
}
