import sharp from "sharp";
import { type Grey, levelAt } from "./grey";

/**
 * Turns shadows, folds and grey paper white, and faint ink dark. Compares each pixel with the paper around it. Inverts a picture that is
 * mostly dark.
 */
export async function flattened(given: Grey): Promise<Grey> {
  const grey = levelAt(given, 0.5) < darkPaper ? negativeOf(given) : given;
  const paper = await paperOf(grey, leastPaper * levelAt(grey, 0.9));
  const { width, height } = grey;
  const pixels = new Uint8Array(grey.pixels.length);
  for (let at = 0; at < pixels.length; at++) {
    const white = Math.max(1, paper[at] ?? 255);
    pixels[at] = Math.min(255, Math.round((255 * (grey.pixels[at] ?? 0)) / white));
  }
  return { pixels, width, height };
}

const darkPaper = 110;
/** An area darker than this share of the bright paper is a dark field, not a shadow, and stays dark. */
const leastPaper = 0.45;

function negativeOf({ pixels, width, height }: Grey): Grey {
  return { pixels: pixels.map((pixel) => 255 - pixel), width, height };
}

const tile = 24;

/** Returns the brightness of the paper at each pixel: the bright end of each tile, smoothed. */
async function paperOf({ pixels, width, height }: Grey, least: number): Promise<Uint8Array> {
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
  const { data } = await sharp(widened(tiles, { columns, rows, least }), {
    raw: { width: columns, height: rows, channels: 1 },
  })
    .resize(width, height, { fit: "fill", kernel: "linear" })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data;
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
