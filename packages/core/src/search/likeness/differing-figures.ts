const figure = /\p{N}+(?:[.,:/-]\p{N}+)*/gu;
const MOST = 12;

/** Returns the figures that only one of two texts has, in the order of the text. A figure that one has twice and the other once differs too. */
export function differingFigures(
  here: string,
  there: string,
): { onlyHere: string[]; onlyThere: string[] } {
  return { onlyHere: missing(here, there), onlyThere: missing(there, here) };
}

function missing(from: string, within: string): string[] {
  const left = new Map<string, number>();
  for (const [found] of within.matchAll(figure)) left.set(found, (left.get(found) ?? 0) + 1);
  const alone: string[] = [];
  for (const [found] of from.matchAll(figure)) {
    const count = left.get(found) ?? 0;
    if (count > 0) left.set(found, count - 1);
    else if (alone.length < MOST) alone.push(found);
  }
  return alone;
}
