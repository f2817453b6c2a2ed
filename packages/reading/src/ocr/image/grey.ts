/** A picture with one byte per pixel, row by row. 0 is black. */
export type Grey = { pixels: Uint8Array; width: number; height: number };

/** Converts a page drawn in colour on white to grey. */
export function greyOfBgra(
  bgra: Uint8Array,
  { width, height }: Pick<Grey, "width" | "height">,
): Grey {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4)
    pixels[at] =
      ((bgra[from + 2] ?? 0) * 77 + (bgra[from + 1] ?? 0) * 151 + (bgra[from] ?? 0) * 28) >> 8;
  return { pixels, width, height };
}

/** Returns a PGM file, which every engine reads and which takes no time to write. */
export function asPgm({ pixels, width, height }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`, "latin1"), pixels]);
}

/** Returns the value that a share of the pixels does not exceed. */
export function levelAt({ pixels }: Pick<Grey, "pixels">, share: number): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = pixels[at] ?? 0;
    counts[pixel] = (counts[pixel] ?? 0) + 1;
  }
  const wanted = share * pixels.length;
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return 255;
}

/** Returns true if all pixels are nearly the same. */
export function isBlank({ pixels }: Pick<Grey, "pixels">): boolean {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = pixels[at] ?? 0;
    sum += pixel;
    squares += pixel * pixel;
  }
  const mean = sum / pixels.length;
  return squares / pixels.length - mean * mean < 2.25;
}
