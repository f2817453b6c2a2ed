"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";

import { PagePictures } from "./page-pictures";

const wide = 9 / 16;

/** Slides or printed pages, drawn by the server one by one as they come near. */
export function DrawnPages(
  pages: Omit<ComponentProps<typeof PagePictures>, "addressOf" | "usualRatio">,
) {
  const address = (number: number) => drawnPageAddress(pages.documentId, number);
  return <PagePictures {...pages} addressOf={address} usualRatio={wide} />;
}

/** Returns the address of a page as the server draws it. */
export function drawnPageAddress(documentId: string, page: number): string {
  return `/api/v1/documents/${documentId}/pages/${page}/image?width=1600`;
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
