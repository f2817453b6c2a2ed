import { type Grey, levelAt } from "./grey";

/**
 * Turns shadows, folds and grey paper white, and faint ink dark. Compares each pixel with the paper around it. Inverts a picture that is
 * mostly dark.
 */
export function flattened(given: Grey): Grey {
  const grey = levelAt(given, 0.5) < darkPaper ? negativeOf(given) : given;
  const paper = paperOf(grey, leastPaper * levelAt(grey, 0.9));
  const { width, height } = grey;
  const pixels = new Uint8Array(grey.pixels.length);
  for (let y = 0, at = 0; y < height; y++) {
    const bright = paper.row(y);
    for (let x = 0; x < width; x++, at++)
      pixels[at] = shares[((bright[x] ?? 255) << 8) | (grey.pixels[at] ?? 0)] ?? 0;
  }
  return { pixels, width, height };
}

/** The share that a pixel has of the paper's brightness, of 255: a look-up is faster than a division. */
const shares = Uint8Array.from({ length: 65_536 }, (_, at) =>
  Math.min(255, Math.round((255 * (at & 255)) / Math.max(1, at >> 8))),
);

const darkPaper = 110;
/** An area darker than this share of the bright paper is a dark field, not a shadow, and stays dark. */
const leastPaper = 0.45;

function negativeOf({ pixels, width, height }: Grey): Grey {
  return { pixels: pixels.map((pixel) => 255 - pixel), width, height };
}

const tile = 24;

type Paper = { row(y: number): Uint8Array };

/** Returns the brightness of the paper at the pixels of a row: the bright end of each tile, smoothed. */
function paperOf({ pixels, width, height }: Grey, least: number): Paper {
  const [columns, rows] = [Math.ceil(width / tile), Math.ceil(height / tile)];
  const tiles = new Uint8Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      const right = Math.min(width, (column + 1) * tile);
      const bottom = Math.min(height, (row + 1) * tile);
      for (let y = row * tile; y < bottom; y++)
        for (let at = y * width + column * tile; at < y * width + right; at++) {
          const level = pixels[at] ?? 0;
          counts[level] = (counts[level] ?? 0) + 1;
          total += 1;
        }
      tiles[row * columns + column] = brightEnd(counts, total);
    }
  return smoothed(widened(tiles, { columns, rows, least }), { columns, rows, width });
}

/** Returns rows of pixels, with values between those of the tiles around them. */
function smoothed(
  tiles: Uint8Array,
  { columns, rows, width }: { columns: number; rows: number; width: number },
): Paper {
  const mixed = new Float64Array(columns + 1);
  const row = new Uint8Array(width);
  return {
    row(y) {
      const [above, below, share] = between(y, rows);
      for (let column = 0; column < columns; column++) {
        const top = tiles[above * columns + column] ?? 255;
        mixed[column] = top + share * ((tiles[below * columns + column] ?? 255) - top);
      }
      for (let column = -1; column < columns; column++) {
        const from = mixed[Math.max(0, column)] ?? 255;
        const slope = ((mixed[Math.min(columns - 1, column + 1)] ?? 255) - from) / tile;
        const start = column * tile + tile / 2;
        const end = Math.min(width, start + tile);
        for (let x = Math.max(0, start); x < end; x++) row[x] = from + slope * (x - start + 0.5);
      }
      return row;
    },
  };
}

/** The tiles before and behind a pixel, counted from 0, and the share of the second one. */
function between(pixel: number, count: number): [before: number, behind: number, share: number] {
  const place = Math.max(0, (pixel + 0.5) / tile - 0.5);
  const before = Math.min(count - 1, Math.floor(place));
  return [before, Math.min(count - 1, before + 1), place - Math.floor(place)];
}

function brightEnd(counts: Uint16Array, total: number): number {
  let seen = 0;
  for (let level = 255; level > 0; level--) {
    seen += counts[level] ?? 0;
    if (seen > total * 0.2) return level;
  }
  return 0;
}

/** Makes a tile full of ink as bright as its brightest neighbours. Dark fields stay dark. */
function widened(
  tiles: Uint8Array,
  { columns, rows, least }: { columns: number; rows: number; least: number },
): Uint8Array {
  const wide = new Uint8Array(tiles.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let most = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          most = Math.max(most, tiles[y * columns + x] ?? 0);
      wide[row * columns + column] = most < least ? 255 : most;
    }
  return wide;
}
