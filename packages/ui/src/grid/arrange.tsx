import { cloneLayout, getLayoutItem, moveElement, verticalCompactor } from "react-grid-layout/core";

/** A place in the grid, in columns and rows. */
export type GridPlace = { x: number; y: number; w: number; h: number };
export type Placed = { id: string; place: GridPlace };

/** A key that arranges: a move by one place, or a change of the size by one column or row. */
export type Arrangement =
  | "left"
  | "right"
  | "up"
  | "down"
  | "wider"
  | "narrower"
  | "taller"
  | "lower";

const steps: Record<Arrangement, GridPlace> = {
  left: { x: -1, y: 0, w: 0, h: 0 },
  right: { x: 1, y: 0, w: 0, h: 0 },
  up: { x: 0, y: -1, w: 0, h: 0 },
  down: { x: 0, y: 1, w: 0, h: 0 },
  wider: { x: 0, y: 0, w: 1, h: 0 },
  narrower: { x: 0, y: 0, w: -1, h: 0 },
  taller: { x: 0, y: 0, w: 0, h: 1 },
  lower: { x: 0, y: 0, w: 0, h: -1 },
};
/** A tile moves past the highest of its neighbours. */
const MOST_STEPS = 24;
const LEAST_WIDTH = 2;
const LEAST_HEIGHT = 2;

/**
 * Moves a tile, or changes its size, as one key press does. The others give way, and no tile hangs in the air. Returns the same places where the
 * tile cannot go there.
 */
export function arranged<Item extends Placed>(
  items: readonly Item[],
  id: string,
  by: Arrangement,
  columns: number,
): Item[] {
  const own = items.find((each) => each.id === id)?.place;
  if (!own) return [...items];
  const step = steps[by];
  for (let times = 1; times <= (step.y === 0 ? 1 : MOST_STEPS); times += 1) {
    const next = {
      x: own.x + step.x,
      y: own.y + step.y * times,
      w: own.w + step.w,
      h: own.h + step.h,
    };
    const fits =
      next.x >= 0 &&
      next.y >= 0 &&
      next.w >= LEAST_WIDTH &&
      next.h >= LEAST_HEIGHT &&
      next.x + next.w <= columns;
    if (!fits) break;
    const placed = withPlace(items, id, next, columns);
    const place = placed.find((each) => each.id === id)?.place;
    if (place && !isSame(place, own)) return placed;
  }
  return [...items];
}

function withPlace<Item extends Placed>(
  items: readonly Item[],
  id: string,
  next: GridPlace,
  columns: number,
): Item[] {
  const layout = cloneLayout(
    items.map(({ id: i, place }) =>
      i === id ? { i, ...place, w: next.w, h: next.h } : { i, ...place },
    ),
  );
  const item = getLayoutItem(layout, id);
  if (!item) return [...items];
  const moved = moveElement(layout, item, next.x, next.y, true, false, "vertical", columns);
  return withPlaces(items, verticalCompactor.compact(moved, columns));
}

/** Puts the places of a layout on the items. */
export function withPlaces<Item extends Placed>(
  items: readonly Item[],
  layout: readonly ({ i: string } & GridPlace)[],
): Item[] {
  const places = new Map(layout.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]));
  return items.map((item) => ({ ...item, place: places.get(item.id) ?? item.place }));
}

/** Returns the first place under all others. */
export function placeBelow(items: readonly Placed[], size: { w: number; h: number }): GridPlace {
  const y = items.reduce((most, { place }) => Math.max(most, place.y + place.h), 0);
  return { x: 0, y, ...size };
}

/** Sorts items as they are read: row by row. */
export function inReadingOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  return items.toSorted(({ place: one }, { place: other }) => one.y - other.y || one.x - other.x);
}

function isSame(one: GridPlace, other: GridPlace): boolean {
  return one.x === other.x && one.y === other.y && one.w === other.w && one.h === other.h;
}
