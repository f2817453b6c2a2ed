"use client";

import { drawnPageAddress } from "./page-address";
import { PagePictures } from "./page-pictures";
import type { PagesProps } from "./pages-props";
import { TextMarks } from "./text-marks";

const shownByBrowsers = ["png", "jpeg", "webp", "gif"];

/** An image as it is; what browsers do not show is drawn by the server, page by page. */
export function ImagePages({ format, ...pages }: PagesProps) {
  const address = (number: number) =>
    shownByBrowsers.includes(format ?? "")
      ? `/api/v1/documents/${pages.documentId}/content?inline=1`
      : drawnPageAddress(pages.documentId, number);
  return (
    <PagePictures
      {...pages}
      marksOn={(page) => <TextMarks {...pages} page={page} />}
      addressOf={address}
      usualRatio={Math.SQRT2}
    />
  );
}
