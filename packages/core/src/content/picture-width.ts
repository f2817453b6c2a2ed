/** The widths that pictures of pages are made in, in pixels; few, since each is kept. */
const widths = [320, 640, 960, 1200, 1600, 2400] as const;

export const WIDEST_PICTURE = 2400;

/** The narrowest of the widths that pictures are made in that is at least as wide as the wish. */
export function pictureWidth(wished: number): number {
  return widths.find((width) => width >= wished) ?? WIDEST_PICTURE;
}
