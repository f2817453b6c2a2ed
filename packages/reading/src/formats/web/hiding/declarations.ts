import { type Color, colorOf } from "../../visible-letters";

/** The properties of a style that may hide words. */
export type Declarations = Record<string, string>;

const telling =
  /^(display|visibility|opacity|font-size|font|color|background|background-color|background-image|position|left|top|text-indent|clip|clip-path|width|height|max-height|max-width|overflow|mso-hide)$/;
const mostCharacters = 4_000;

/** Returns the last value of each telling property, in lower case. Important values win. */
export function declarationsOf(style: string): Declarations {
  const found: Declarations = {};
  const important = new Set<string>();
  for (const part of style.slice(0, mostCharacters).split(";")) {
    const colon = part.indexOf(":");
    const name = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!telling.test(name)) continue;
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const isImportant = /!\s*important$/.test(value);
    if (important.has(name) && !isImportant) continue;
    if (isImportant) important.add(name);
    found[name] = value.replace(/\s*!\s*important$/, "");
  }
  return found;
}

const pixels: Record<string, number> = { px: 1, pt: 4 / 3, "": 1, in: 96, cm: 37.8, mm: 3.78 };

/** Returns a length in pixels; null for lengths that depend on others. Zero is zero in any unit. */
export function pixelsOf(length = ""): number | null {
  const [, number = "", unit = ""] = /^(-?[\d.]+)([a-z%]*)$/.exec(length.trim()) ?? [];
  const value = Number.parseFloat(number);
  if (value === 0) return 0;
  const factor = /^r?em$/.test(unit) ? 16 : pixels[unit];
  return factor === undefined || Number.isNaN(value) ? null : value * factor;
}

const named: Record<string, Color> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  black: [0, 0, 0],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  yellow: [255, 255, 0],
  silver: [192, 192, 192],
};

/** Returns a colour of CSS or HTML, "none" for one that lets everything through, and null for all that is not plain. */
export function cssColorOf(value = ""): Color | "none" | null {
  const text = value.trim().toLowerCase();
  if (text === "transparent") return "none";
  const [, short = ""] = /^#([\da-f]{3})$/.exec(text) ?? [];
  if (short) return colorOf([...short].map((digit) => digit + digit).join(""));
  const [, numbers = ""] = /^rgba?\(([\d\s.,%/]+)\)$/.exec(text) ?? [];
  if (!numbers) return named[text] ?? colorOf(text);
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map((each) => Number.parseFloat(each) * (each.endsWith("%") ? 2.55 : 1));
  return alpha < 0.05 ? "none" : [red, green, blue];
}
