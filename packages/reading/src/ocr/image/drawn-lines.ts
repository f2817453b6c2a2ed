import type { Box } from "@besunny/document-model/parsed-document";
import type { Grey } from "./grey";

/** Pixels darker than this are ink. */
const INK = 160;
/** The shortest run that may be a part of a line, in pixels: longer than the strokes of letters. */
const SHORTEST_RUN = 32;
/** The shortest line, as a share of the longer side of the picture. */
const SHORTEST_LINE = 0.03;
/** Runs this near to each other along and across are one line, because a scan bends and breaks it. */
const ALONG = 8;
const ACROSS = 3;
/** Thicker marks are bars and pictures, not lines. */
const THICKEST = 11;

/** Finds the straight lines that are drawn across and down an upright picture, such as those of tables. Returns `[x, y, width, height]`, one side 0. */
export function drawnLines(picture: Grey): Box[] {
  const across = linesAlong(picture, (line, along) => line * picture.width + along, {
    lines: picture.height,
    length: picture.width,
  }).map(({ from, to, middle }): Box => [from, middle, to - from, 0]);
  const down = linesAlong(picture, (line, along) => along * picture.width + line, {
    lines: picture.width,
    length: picture.height,
  }).map(({ from, to, middle }): Box => [middle, from, 0, to - from]);
  return [...across, ...down];
}

type Line = { from: number; to: number; first: number; last: number };

function linesAlong(
  { pixels, width, height }: Grey,
  at: (line: number, along: number) => number,
  { lines, length }: { lines: number; length: number },
): { from: number; to: number; middle: number }[] {
  const shortest = Math.max(2 * SHORTEST_RUN, SHORTEST_LINE * Math.max(width, height));
  const done: Line[] = [];
  let open: Line[] = [];
  for (let line = 0; line < lines; line += 1) {
    for (const run of runsOn(line)) {
      const near = open.find((each) => run.from <= each.to + ALONG && run.to >= each.from - ALONG);
      if (!near) open.push({ ...run, first: line, last: line });
      else {
        near.from = Math.min(near.from, run.from);
        near.to = Math.max(near.to, run.to);
        near.last = line;
      }
    }
    done.push(...open.filter(({ last }) => line - last > ACROSS));
    open = open.filter(({ last }) => line - last <= ACROSS);
  }
  return [...done, ...open]
    .filter(({ from, to, first, last }) => to - from >= shortest && last - first < THICKEST)
    .map(({ from, to, first, last }) => ({ from, to, middle: (first + last) / 2 }));

  /**
   * A pixel counts with its neighbours across, so that a line that is a little askew stays whole. Only every so many pixels are probed, because
   * no run that is long enough fits between two probes.
   */
  function runsOn(line: number): { from: number; to: number }[] {
    const runs: { from: number; to: number }[] = [];
    let start = 0;
    for (let probe = SHORTEST_RUN - 1; probe < length; probe += SHORTEST_RUN) {
      if (!hasInk(line, probe)) continue;
      let [from, to] = [probe, probe + 1];
      while (from > start && hasInk(line, from - 1)) from -= 1;
      while (to < length && hasInk(line, to)) to += 1;
      if (to - from >= SHORTEST_RUN) runs.push({ from, to });
      start = to;
      probe = to;
    }
    return runs;
  }

  function hasInk(line: number, along: number): boolean {
    return (
      (pixels[at(line, along)] ?? 255) < INK ||
      (line > 0 && (pixels[at(line - 1, along)] ?? 255) < INK) ||
      (line + 1 < lines && (pixels[at(line + 1, along)] ?? 255) < INK)
    );
  }
}
