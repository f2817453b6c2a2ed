"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState } from "react";

import type { ListedDocument } from "~/documents/document";
import type { Selection } from "~/documents/use-selection";

import { DocumentTile } from "./document-tile";

/** The least width of a tile, and the height of its row, in pixels. */
const WIDTH = 168;
const HEIGHT = 256;
const AHEAD = 40;

/** The documents as pictures of their first pages. Only the rows around those in view are drawn. */
export function LibraryGrid({
  documents,
  selection,
  hasMore,
  isLoadingMore,
  onMore,
}: {
  documents: readonly ListedDocument[];
  selection: Selection;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}) {
  const t = useTranslations("library");
  const body = useRef<HTMLUListElement>(null);
  const [{ top, across }, setPlace] = useState({ top: 0, across: 4 });
  const rows = useWindowVirtualizer({
    count: Math.ceil(documents.length / across),
    estimateSize: () => HEIGHT,
    overscan: 3,
    scrollMargin: top,
    initialRect: { width: 1280, height: 900 },
  });
  const shown = rows.getVirtualItems();
  const last = ((shown.at(-1)?.index ?? 0) + 1) * across;

  useLayoutEffect(() => {
    const { current } = body;
    if (!current) return;
    const place = () => {
      const { top: y, width } = current.getBoundingClientRect();
      const next = { top: y + window.scrollY, across: Math.max(2, Math.floor(width / WIDTH)) };
      setPlace((now) => (now.top === next.top && now.across === next.across ? now : next));
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= documents.length - AHEAD) onMore();
  });

  return (
    <ul
      ref={body}
      aria-label={t("title")}
      aria-busy={isLoadingMore}
      className="relative mx-4 my-3"
      style={{ height: rows.getTotalSize() }}
    >
      {shown.flatMap(({ index, start }) =>
        documents.slice(index * across, (index + 1) * across).map((document, at) => (
          <li
            key={document.id}
            className="absolute top-0 p-1.5"
            style={{
              height: HEIGHT,
              width: `${100 / across}%`,
              left: `${(at * 100) / across}%`,
              transform: `translateY(${start - top}px)`,
            }}
          >
            <DocumentTile
              document={document}
              isSelected={selection.isChosen(document.id)}
              onSelect={selection.select}
            />
          </li>
        )),
      )}
    </ul>
  );
}
