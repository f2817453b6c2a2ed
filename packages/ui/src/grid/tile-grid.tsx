"use client";

import "react-grid-layout/css/styles.css";

import { GripVertical } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { GridLayout, useContainerWidth } from "react-grid-layout";

import { classNames } from "../class-names";
import { type Arrangement, arranged, inReadingOrder, type Placed, withPlaces } from "./arrange";

export type GridTile = Placed & { label: string };

/** The words of a grid that is being arranged. */
export type GridWords = {
  /** Names the handle of a tile. */
  handle: (label: string) => string;
  /** Says how to arrange by keys, for the handle. */
  keys: string;
  /** Says where a tile is now; `row` and `column` count from 1. */
  moved: (given: { label: string; row: number; column: number; w: number; h: number }) => string;
  /** Says that a tile cannot go there. */
  stays: (label: string) => string;
};

const ROW_HEIGHT = 56;
const GAP = 12;
/** Narrower than this, tiles are under each other in the order of reading. */
const NARROW = 720;

/**
 * Tiles in a grid. While it is being arranged, each has a handle to drag it by. The arrow keys move the tile of the handle that has the focus; with
 * Shift they change its size.
 */
export function TileGrid<Tile extends GridTile>({
  tiles,
  columns,
  isArranging = false,
  words,
  onArrange,
  children,
}: {
  tiles: readonly Tile[];
  columns: number;
  isArranging?: boolean;
  words: GridWords;
  onArrange?: (tiles: Tile[]) => void;
  children: (tile: Tile) => ReactNode;
}) {
  const { width, mounted, containerRef } = useContainerWidth({ initialWidth: 1200 });
  const [said, setSaid] = useState("");
  const isNarrow = mounted && width < NARROW;
  const ordered = inReadingOrder(tiles);

  function press(event: KeyboardEvent<HTMLElement>, tile: Tile) {
    const by = keyOf(event);
    if (!by || !onArrange) return;
    event.preventDefault();
    const next = arranged(tiles, tile.id, by, columns);
    const place = next.find(({ id }) => id === tile.id)?.place ?? tile.place;
    if (place === tile.place) return setSaid(words.stays(tile.label));
    setSaid(
      words.moved({
        label: tile.label,
        row: place.y + 1,
        column: place.x + 1,
        w: place.w,
        h: place.h,
      }),
    );
    onArrange(next);
    // An element that React moves loses the focus.
    const handle = event.currentTarget;
    setTimeout(() => handle.focus());
  }

  const handleOf = (tile: Tile) =>
    isArranging && (
      <button
        type="button"
        aria-label={words.handle(tile.label)}
        title={words.keys}
        onKeyDown={(event) => press(event, tile)}
        className="tile-handle absolute top-1.5 left-1/2 z-10 inline-flex h-6 w-10 -translate-x-1/2 cursor-grab touch-none items-center justify-center rounded-md border border-n7 bg-raised text-n11 hover:bg-n4"
      >
        <GripVertical aria-hidden className="size-4 rotate-90" />
      </button>
    );

  // Until it is measured, the layout may be wider than its place.
  return (
    <div ref={containerRef} className="relative overflow-x-clip">
      <p role="status" className="sr-only">
        {said}
      </p>
      {isNarrow ? (
        <ul className="flex flex-col gap-3">
          {ordered.map((tile) => (
            <li
              key={tile.id}
              className="relative"
              style={{ height: tile.place.h * ROW_HEIGHT + (tile.place.h - 1) * GAP }}
            >
              {handleOf(tile)}
              {children(tile)}
            </li>
          ))}
        </ul>
      ) : (
        <GridLayout
          width={width}
          layout={tiles.map(({ id: i, place }) => ({ i, ...place, minW: 2, minH: 2 }))}
          gridConfig={{
            cols: columns,
            rowHeight: ROW_HEIGHT,
            margin: [GAP, GAP],
            containerPadding: [0, 0],
          }}
          dragConfig={{ enabled: isArranging, handle: ".tile-handle" }}
          resizeConfig={{ enabled: isArranging }}
          className={classNames(
            "motion-reduce:[&_.react-grid-item]:transition-none [&_.react-grid-placeholder]:rounded-lg [&_.react-grid-placeholder]:bg-accent!",
            isArranging && "[&_.react-resizable-handle]:opacity-100!",
          )}
          onDragStop={(layout) => onArrange?.(withPlaces(tiles, layout))}
          onResizeStop={(layout) => onArrange?.(withPlaces(tiles, layout))}
        >
          {(isArranging ? tiles : ordered).map((tile) => (
            <div key={tile.id}>
              {handleOf(tile)}
              {children(tile)}
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  );
}

const moves: Record<string, readonly [Arrangement, Arrangement]> = {
  ArrowLeft: ["left", "narrower"],
  ArrowRight: ["right", "wider"],
  ArrowUp: ["up", "lower"],
  ArrowDown: ["down", "taller"],
};

function keyOf({ key, shiftKey }: KeyboardEvent): Arrangement | undefined {
  return moves[key]?.[shiftKey ? 1 : 0];
}
