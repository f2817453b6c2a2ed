"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { TableDocument } from "~/documents/document";
import type { Selection } from "~/documents/use-selection";

import { useIsWide } from "~/shell/use-is-wide";

import { type ChosenColumn, columnOf, leastWidthOf, type Sort, tracksOf } from "./columns";
import { SideScroll } from "./side-scroll";
import { TableHeader } from "./table-header";
import { TableRow } from "./table-row";
import { useColumnLabel, useColumns } from "./use-columns";

/** Rows beside those in view that are drawn, so that keys and fast scrolling find them there. */
const AROUND = 16;
/** The next page is asked for so many rows before the end. */
const AHEAD = 40;
/** The part of a page that is drawn before the window is known. */
const firstWindow = { width: 1280, height: 900 };

/** The documents as a table. However many there are, only the rows around those in view are drawn. */
export function DocumentTable({
  label,
  documents,
  total,
  columns: names,
  isComfortable = false,
  sort,
  selection,
  isHeadless = false,
  hasMore = false,
  isLoadingMore = false,
  onMore,
  onSort,
}: {
  /** The name of the table for those who do not see it. */
  label: string;
  documents: readonly TableDocument[];
  /** All documents that match, loaded or not; undefined while they are counted. */
  total: number | undefined;
  columns: readonly ChosenColumn[];
  isComfortable?: boolean;
  /** Left out where the order is fixed. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Left out where nothing can be selected. */
  selection?: Selection;
  /** True: without headings, beside much else. */
  isHeadless?: boolean;
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
}) {
  const labelOf = useColumnLabel();
  const columns = useColumns(names);
  const name = { ...columnOf("name"), name: "name" as const, label: labelOf("name") ?? "" };
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const isWide = useIsWide();
  const height = isWide ? (isComfortable ? 44 : 36) : 56;
  const hasSelection = (selection?.chosen.length ?? 0) > 0;
  const rows = useWindowVirtualizer({
    count: documents.length,
    estimateSize: () => height,
    useFlushSync: false,
    overscan: AROUND,
    scrollMargin: top,
    initialRect: firstWindow,
    getItemKey: (at) => documents[at]?.id ?? at,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useLayoutEffect(() => {
    const place = () => {
      const { current } = body;
      if (current) setTop(current.getBoundingClientRect().top + window.scrollY);
    };
    place();
    window.addEventListener("resize", place);
    return () => window.removeEventListener("resize", place);
    // The height of the lines above the rows changes with these.
  }, [hasSelection, documents[0]?.id, total]);
  useEffect(() => rows.measure(), [rows, height]);
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= documents.length - AHEAD) onMore?.();
  });

  const hasBox = selection !== undefined;
  const least = isWide ? leastWidthOf(columns, hasBox) : 0;
  return (
    <div ref={frame} className="overflow-x-clip">
      <table
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-busy={isLoadingMore}
        className="block"
        style={
          {
            "--tracks": tracksOf(columns, hasBox),
            "--least": `${least}rem`,
          } as CSSProperties
        }
      >
        {!hasSelection && !isHeadless && (
          <TableHeader
            columns={[name, ...columns]}
            sort={sort ?? null}
            isSelected={false}
            onSelect={selection?.selectAll}
            onSort={onSort}
          />
        )}
        <tbody ref={body} className="relative block" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, key, start }) => {
            const document = documents[index];
            return (
              document && (
                <TableRow
                  key={key}
                  offset={start - top}
                  document={document}
                  at={index}
                  columns={columns}
                  isComfortable={isComfortable}
                  isSelected={selection?.isChosen(document.id) ?? false}
                  onSelect={selection?.select}
                />
              )
            );
          })}
        </tbody>
      </table>
      <SideScroll frame={frame} least={least} />
    </div>
  );
}
