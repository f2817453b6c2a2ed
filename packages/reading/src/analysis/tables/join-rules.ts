import type { Rule } from "./found-table";

const sameLine = 1.6;
const doubled = 2.6;
const dash = 12;

/** Joins rules so that each visible line is one rule. Joins touching pieces, dashes and double lines. */
export function joinRules(rules: Rule[]): Rule[] {
  const across = rules.filter(([, , width, height]) => width >= height);
  const down = rules.filter(([, , width, height]) => width < height).map(turned);
  return [...joined(across), ...joined(down).map(turned)];
}

function turned([x, y, width, height]: Rule): Rule {
  return [y, x, height, width];
}

function joined(rules: Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const bands: Rule[][] = [];
  for (const rule of sorted) {
    const band = bands.at(-1);
    if (band && rule[1] - (band[0]?.[1] ?? 0) <= sameLine) band.push(rule);
    else bands.push([rule]);
  }
  return withoutDoubles(bands.flatMap(inBand)).filter(([, , width]) => width > 4);
}

function inBand(band: Rule[]): Rule[] {
  const lines: Rule[] = [];
  for (const [x, y, width] of [...band].sort((a, b) => a[0] - b[0])) {
    const last = lines.at(-1);
    const gap = last ? x - (last[0] + last[2]) : Infinity;
    const reach = width < dash || (last?.[2] ?? 0) < dash ? 4 : 2;
    if (last && gap <= reach) last[2] = Math.max(last[2], x + width - last[0]);
    else lines.push([x, y, width, 0]);
  }
  return lines;
}

function withoutDoubles(lines: Rule[]): Rule[] {
  const kept: Rule[] = [];
  for (const line of lines.sort((a, b) => a[1] - b[1])) {
    const twin = kept
      .slice(-64)
      .findLast(
        (other) =>
          line[1] - other[1] <= doubled &&
          Math.abs(other[0] - line[0]) < 3 &&
          Math.abs(other[0] + other[2] - line[0] - line[2]) < 3,
      );
    if (!twin) kept.push(line);
  }
  return kept;
}
