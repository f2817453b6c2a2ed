/**
 * Colours of series that people who see red and green alike keep apart too. They differ in lightness, after the palette of Okabe and Ito. Each is at
 * least three times lighter or darker than the page (WCAG 1.4.11).
 */
export const seriesColours = {
  light: ["#0072b2", "#c2570c", "#00785a", "#a8528b", "#3f3f46", "#6b8e00", "#8a5a00", "#4f6bd8"],
  dark: ["#5cb8ee", "#f0a35e", "#3fc79a", "#e29cc6", "#c4c4cc", "#b5d34a", "#e3c05a", "#9db1ff"],
} as const;

/** The strokes of lines, so that colour alone never tells them apart: lengths of dash and gap; none for a whole line. */
export const seriesDashes: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
  [1, 3],
  [5, 2, 1, 2, 1, 2],
  [3, 5],
];
