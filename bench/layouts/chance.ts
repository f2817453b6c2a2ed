/** A stream of numbers that depends on the seed alone. */
export type Chance = ReturnType<typeof chanceOf>;

/** Makes the stream of a seed, by the method called mulberry32. */
export function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    between: (least: number, most: number) => least + next() * (most - least),
    isSo: (share: number) => next() < share,
    oneOf: <Item>(first: Item, ...others: Item[]): Item =>
      [first, ...others][whole(0, others.length)] ?? first,
  };
}
