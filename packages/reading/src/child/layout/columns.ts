import { medianOf, type Segment } from "./placed";

/**
 * Puts the segments of a page into groups in reading order. A column is told from a table by its lines being long: a gutter
 * counts only between texts, and lines that cross it part the page into bands.
 */
export function columnsOf(segments: Segment[], depth = 0): Segment[][] {
  const gutter = depth < 4 ? findGutter(segments) : null;
  if (gutter === null) return segments.length > 0 ? [segments] : [];

  const crossing = segments
    .filter(({ at }) => at[0] < gutter && at[0] + at[2] > gutter)
    .sort((a, b) => a.at[1] - b.at[1]);
  const groups: Segment[][] = [];
  let rest = segments.filter((segment) => !crossing.includes(segment));
  let across: Segment[] = [];

  for (const [index, line] of crossing.entries()) {
    const above = rest.filter((segment) => middle(segment) < middle(line));
    rest = rest.filter((segment) => middle(segment) >= middle(line));
    if (above.length > 0) {
      groups.push(...columnsOf(across, depth + 1), ...sides(above, gutter, depth));
      across = [];
    }
    across.push(line);
    if (index === crossing.length - 1) groups.push(...columnsOf(across, depth + 1));
  }
  return [...groups, ...sides(rest, gutter, depth)].filter((group) => group.length > 0);
}

function sides(segments: Segment[], gutter: number, depth: number): Segment[][] {
  const left = segments.filter(({ at }) => at[0] + at[2] / 2 < gutter);
  const right = segments.filter(({ at }) => at[0] + at[2] / 2 >= gutter);
  return [...columnsOf(left, depth + 1), ...columnsOf(right, depth + 1)];
}

function middle({ at }: Segment): number {
  return at[1] + at[3] / 2;
}

const binWidth = 2;

function findGutter(segments: Segment[]): number | null {
  if (segments.length < 8) return null;
  const left = Math.min(...segments.map(({ at }) => at[0]));
  const right = Math.max(...segments.map(({ at }) => at[0] + at[2]));
  const count = Math.ceil((right - left) / binWidth);
  if (count < 20 || count > 20_000) return null;

  const cover = new Uint32Array(count + 1);
  for (const { at } of segments) {
    const from = Math.floor((at[0] - left) / binWidth);
    const to = Math.min(count, Math.ceil((at[0] + at[2] - left) / binWidth));
    for (let bin = from; bin < to; bin++) cover[bin] = (cover[bin] ?? 0) + 1;
  }
  const size = medianOf(segments.map((segment) => segment.size));
  const best = widestValley(cover, segments.length, Math.max(6, 0.7 * size) / binWidth);
  if (best === null) return null;
  const gutter = left + best * binWidth;
  return partsTexts(segments, gutter) ? gutter : null;
}

/** The middle, in bins, of the emptiest wide gap away from the margins. */
function widestValley(cover: Uint32Array, lines: number, leastBins: number): number | null {
  let best: { score: number; at: number } | null = null;
  for (const tolerance of [0, 0.03, 0.12]) {
    let from = -1;
    for (let bin = Math.floor(cover.length * 0.12); bin < cover.length * 0.88; bin++) {
      if ((cover[bin] ?? 0) <= lines * tolerance) {
        if (from < 0) from = bin;
        const width = bin - from + 1;
        const score = width / (1 + 10 * tolerance);
        if (width >= leastBins && score > (best?.score ?? 0))
          best = { score, at: from + width / 2 };
      } else from = -1;
    }
    if (best) return best.at;
  }
  return null;
}

function partsTexts(segments: Segment[], gutter: number): boolean {
  const left = segments.filter(({ at }) => at[0] + at[2] <= gutter);
  const right = segments.filter(({ at }) => at[0] >= gutter);
  return isText(left) && isText(right) && overlapInHeight(left, right);
}

function isText(all: Segment[]): boolean {
  const segments = all.filter(({ table }) => !table);
  if (segments.length < 4) return false;
  const width = Math.max(...segments.map(({ at }) => at[2]));
  const full = segments.filter(({ at, length }) => at[2] > 0.7 * width && length > 18);
  return full.length >= 3 && full.length > segments.length * 0.35;
}

function overlapInHeight(left: Segment[], right: Segment[]): boolean {
  const [leftTop, leftBottom] = heightOf(left);
  const [rightTop, rightBottom] = heightOf(right);
  const overlap = Math.min(leftBottom, rightBottom) - Math.max(leftTop, rightTop);
  return overlap > 0.3 * Math.min(leftBottom - leftTop, rightBottom - rightTop);
}

function heightOf(segments: Segment[]): [number, number] {
  return [
    Math.min(...segments.map(({ at }) => at[1])),
    Math.max(...segments.map(({ at }) => at[1] + at[3])),
  ];
}
