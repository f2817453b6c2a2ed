/** At most so many, spread evenly over all. */
export function spread<Item>(items: Item[], most: number): Item[] {
  if (items.length <= most) return items;
  return Array.from(
    { length: most },
    (_, index) => items[Math.floor((index * items.length) / most)],
  ).filter((item): item is Item => item !== undefined);
}
