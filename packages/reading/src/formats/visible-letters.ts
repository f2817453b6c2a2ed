/** Red, green and blue, each from 0 to 255. */
export type Color = [red: number, green: number, blue: number];

/** Letters that are lower than this, in points, cannot be read on paper. */
const lowest = 1.2;
/** From this share of white on, letters do not show on paper. */
const nearlyWhite = 0.92;
/** The smallest difference of a colour from its ground that people can see, of 255. */
const contrast = 24;

/** Returns true for letters too small to be read. An unknown size, which is not a number, is legible. */
export function isTooLow(points: number): boolean {
  return points < lowest;
}

/** Returns true for a colour that does not show on white paper. */
export function isWhite(color: Color): boolean {
  return Math.min(...color) > nearlyWhite * 255;
}

/** Returns true for letters that do not show on the ground behind them. */
export function isLostOn(color: Color, ground: Color): boolean {
  if (isWhite(color) && isWhite(ground)) return true;
  return color.every((channel, index) => Math.abs(channel - (ground[index] ?? 0)) < contrast);
}

/** Returns a colour written as RRGGBB, with or without a # before it; null for any other text. */
export function colorOf(text: string | undefined): Color | null {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? "") ?? [];
  if (!red || !green || !blue) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}
