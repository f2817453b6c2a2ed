/**
 * Returns the closeness of two texts as RapidFuzz's `ratio`, from 0 to 1. It is 2 x common / (length here + length there). Common is the length of
 * the longest sequence of characters that both have in the same order.
 */
export function ratio(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * commonLength(a, b)) / (a.length + b.length);
}

/** Returns the largest `ratio` of the shorter text to a part of the longer one that has at most its length. Stops at `enough`. */
export function partialRatio(a: string, b: string, enough = 1): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return long.length === 0 ? 1 : 0;
  if (long.includes(short)) return 1;
  let best = 0;
  for (let end = 1; end < long.length + short.length && best < enough; end += 1) {
    const part = long.slice(Math.max(0, end - short.length), end);
    if (2 * part.length > best * (part.length + short.length))
      best = Math.max(best, ratio(short, part));
  }
  return best;
}

function commonLength(a: string, b: string): number {
  let above = new Uint32Array(b.length + 1);
  let row = new Uint32Array(b.length + 1);
  for (const sign of a) {
    for (let at = 1; at <= b.length; at += 1)
      row[at] =
        b[at - 1] === sign ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0);
    [above, row] = [row, above];
  }
  return above[b.length] ?? 0;
}

/** Returns where a text begins in another, with at most so many letters added, left out or exchanged. */
export function placesOf(text: string, within: string, mostDifferences: number): number[] {
  const places: number[] = [];
  if (mostDifferences === 0) {
    for (let at = within.indexOf(text); at >= 0; at = within.indexOf(text, at + 1)) places.push(at);
    return places;
  }
  // One column of Sellers' algorithm for each letter; each entry knows where its match began.
  let costs = Array.from({ length: text.length + 1 }, (_, index) => index);
  let starts = costs.map(() => 0);
  for (const [at, sign] of [...within].entries()) {
    const nextCosts = [0];
    const nextStarts = [at + 1];
    for (let index = 1; index <= text.length; index += 1) {
      const exchanged = (costs[index - 1] ?? 0) + (text[index - 1] === sign ? 0 : 1);
      const added = (costs[index] ?? 0) + 1;
      const leftOut = (nextCosts[index - 1] ?? 0) + 1;
      const least = Math.min(exchanged, added, leftOut);
      const start =
        least === exchanged
          ? index === 1
            ? at
            : starts[index - 1]
          : least === added
            ? starts[index]
            : nextStarts[index - 1];
      nextCosts.push(least);
      nextStarts.push(start ?? at);
    }
    [costs, starts] = [nextCosts, nextStarts];
    if ((costs[text.length] ?? Infinity) <= mostDifferences) places.push(starts[text.length] ?? at);
  }
  return places;
}
