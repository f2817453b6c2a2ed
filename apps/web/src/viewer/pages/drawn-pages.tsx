"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";

import { drawnPageAddress } from "./page-address";
import { PagePictures } from "./page-pictures";

const wide = 9 / 16;

/** Slides or printed pages, drawn by the server one by one as they come near. */
export function DrawnPages(
  pages: Omit<ComponentProps<typeof PagePictures>, "addressOf" | "usualRatio">,
) {
  const address = (number: number) => drawnPageAddress(pages.documentId, number);
  return <PagePictures {...pages} addressOf={address} usualRatio={wide} />;
}

/** Returns how many pages of a document the server can draw; 0 until that is known. */
export function useDrawnPages(id: string, isAsked: boolean) {
  const trpc = useTRPC();
  const { data, isSuccess, isError } = useQuery(
    trpc.documents.drawnPages.queryOptions(
      { id },
      { enabled: isAsked, staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );
  return { count: 0, arePages: false, ...data, isKnown: isSuccess || isError };
}
