/** Chances that are the same for the same seed (mulberry32), so that a failure can be repeated. */
export type Chance = {
  /** A number from 0 to 1. */
  next(): number;
  below(end: number): number;
  is(likelihood: number): boolean;
  of<Item>(items: readonly Item[]): Item;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    below: (end) => Math.floor(next() * end),
    is: (likelihood) => next() < likelihood,
    of(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("There is nothing to choose from");
      return item;
    },
  };
}
