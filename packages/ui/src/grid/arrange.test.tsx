import { expect, test } from "vitest";

import { arranged, inReadingOrder, type Placed, placeBelow } from "./arrange";

const COLUMNS = 12;
const at = (id: string, x: number, y: number, w = 6, h = 5): Placed => ({
  id,
  place: { x, y, w, h },
});
const four = [at("a", 0, 0), at("b", 6, 0), at("c", 0, 5), at("d", 6, 5)];
const order = (items: readonly Placed[]) => inReadingOrder(items).map(({ id }) => id);
const placeOf = (items: readonly Placed[], id: string) =>
  items.find((each) => each.id === id)?.place;

test("a tile moves down past its neighbour, and up again", () => {
  const down = arranged(four, "a", "down", COLUMNS);
  expect(placeOf(down, "a")).toMatchObject({ x: 0, y: 5 });
  expect(placeOf(down, "c")).toMatchObject({ x: 0, y: 0 });
  const up = arranged(down, "a", "up", COLUMNS);
  expect(placeOf(up, "a")).toMatchObject({ x: 0, y: 0 });
});

test("a tile stays inside of the grid and above its least size", () => {
  expect(arranged(four, "a", "left", COLUMNS)).toEqual(four);
  expect(arranged(four, "b", "right", COLUMNS)).toEqual(four);
  expect(arranged(four, "b", "wider", COLUMNS)).toEqual(four);
  expect(arranged(four, "a", "up", COLUMNS)).toEqual(four);
  const small = [at("a", 0, 0, 2, 2)];
  expect(arranged(small, "a", "narrower", COLUMNS)).toEqual(small);
  expect(arranged(small, "a", "lower", COLUMNS)).toEqual(small);
});

test("the others give way to a wider tile, and none overlaps another", () => {
  const wider = arranged(four, "a", "wider", COLUMNS);
  expect(placeOf(wider, "a")).toMatchObject({ w: 7 });
  expect(overlaps(wider)).toEqual([]);
});

test("no row of keys leaves tiles on top of each other or in the air", () => {
  const keys = ["down", "right", "wider", "taller", "up", "left", "lower", "narrower"] as const;
  let items: Placed[] = [...four, at("e", 0, 10, 3, 2), at("f", 3, 10, 3, 2)];
  for (let press = 0; press < 200; press += 1) {
    const id = items[press % items.length]?.id ?? "";
    items = arranged(items, id, keys[(press * 7) % keys.length] ?? "down", COLUMNS);
    expect(overlaps(items)).toEqual([]);
    for (const { place } of items) expect(place.x + place.w).toBeLessThanOrEqual(COLUMNS);
  }
  expect(order(items)).toHaveLength(6);
});

test("a new tile is under all others", () => {
  expect(placeBelow(four, { w: 3, h: 2 })).toEqual({ x: 0, y: 10, w: 3, h: 2 });
  expect(placeBelow([], { w: 3, h: 2 })).toEqual({ x: 0, y: 0, w: 3, h: 2 });
});

function overlaps(items: readonly Placed[]): string[] {
  return items.flatMap(({ id, place: one }, position) =>
    items
      .slice(position + 1)
      .filter(
        ({ place: other }) =>
          one.x < other.x + other.w &&
          other.x < one.x + one.w &&
          one.y < other.y + other.h &&
          other.y < one.y + one.h,
      )
      .map((each) => `${id} and ${each.id}`),
  );
}
