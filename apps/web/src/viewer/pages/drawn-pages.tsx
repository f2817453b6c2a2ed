"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, useEffect } from "react";

import { drawnPageAddress } from "./page-address";
import { PagePictures } from "./page-pictures";

const wide = 9 / 16;

/** Slides or printed pages, drawn by the server one by one as they come near. */
export function DrawnPages({
  documentId,
  areSlides,
  onPages,
  ...pages
}: Omit<ComponentProps<typeof PagePictures>, "addressOf" | "usualRatio"> & {
  documentId: string;
  areSlides: boolean;
  onPages: (count: number) => void;
}) {
  const address = (number: number) => drawnPageAddress(documentId, number);
  useEffect(() => onPages(pages.pageCount), [onPages, pages.pageCount]);
  return <PagePictures {...pages} addressOf={address} usualRatio={areSlides ? wide : Math.SQRT2} />;
}

/** Returns how many pages of a document the server can draw, 0 until that is known. With `isKept` only pages that were printed before count. */
export function useDrawnPages(
  id: string,
  { isAsked, isKept = false }: { isAsked: boolean; isKept?: boolean },
) {
  const trpc = useTRPC();
  const { data, isSuccess, isError } = useQuery(
    trpc.documents.drawnPages.queryOptions(
      { id, isKept },
      { enabled: isAsked, staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );
  return {
    count: 0,
    arePages: false,
    arePrinted: false,
    ...data,
    isKnown: isSuccess || isError,
  };
}
