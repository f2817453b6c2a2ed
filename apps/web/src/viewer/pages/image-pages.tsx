"use client";

import { drawnPageAddress } from "./page-address";
import { PagePictures } from "./page-pictures";
import type { PagesProps } from "./pages-props";

const shownByBrowsers = ["png", "jpeg", "webp", "gif"];

/** An image as it is; what browsers do not show is drawn by the server, page by page. */
export function ImagePages({ format, ...pages }: PagesProps) {
  const address = (number: number) =>
    shownByBrowsers.includes(format ?? "")
      ? `/api/v1/documents/${pages.documentId}/content?inline=1`
      : drawnPageAddress(pages.documentId, number);
  return <PagePictures {...pages} hasMarks addressOf={address} usualRatio={Math.SQRT2} />;
}
