import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seriesColours } from "@besunny/charts/series-colours";
import { expect, test } from "vitest";

const theme = readFileSync(join(import.meta.dirname, "../theme.css"), "utf8");

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ["light", 1],
  ["dark", luminance("#1f1e1c")],
] as const)(
  "series are seen on the %s page, and the page has the colours of files",
  (look, page) => {
    for (const colour of seriesColours[look]) {
      const [high, low] = [luminance(colour), page].sort((one, other) => other - one);
      expect(((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)).toBeGreaterThanOrEqual(3);
      expect(theme).toContain(`: ${colour};`);
    }
  },
);
