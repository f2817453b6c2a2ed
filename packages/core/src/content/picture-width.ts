/** The widths of page images, in pixels. There are few of them, because every image is stored. */
const widths = [320, 640, 960, 1200, 1600, 2400] as const;

export const WIDEST_PICTURE = 2400;

/** Returns the narrowest width of page images that is at least `wished`; else the widest. */
export function pictureWidth(wished: number): number {
  return widths.find((width) => width >= wished) ?? WIDEST_PICTURE;
}
