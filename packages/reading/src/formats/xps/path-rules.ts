import type { Rule } from "../../analysis/tables/found-table";
import { child, descendants, type XmlElement } from "../../xml/xml";
import { type Matrix, placed } from "./matrix";

type Point = [x: number, y: number];

const thin = 3.5;

/** Returns the straight horizontal and vertical lines of a `Path` element: strokes and thin filled rectangles. */
export function rulesOf(path: XmlElement, transform: Matrix): Rule[] {
  const isStroked = Boolean(path.attributes.Stroke ?? child(path, "Path.Stroke"));
  return figuresOf(path).flatMap((figure) => {
    const points = figure.map(([x, y]) => placed(transform, x, y));
    const whole = boxOf(points);
    if (isThin(whole)) return [whole];
    if (!isStroked) return [];
    return points
      .slice(1)
      .map((point, at) => boxOf([points[at] ?? point, point]))
      .filter(isThin);
  });
}

function isThin([, , width, height]: Rule): boolean {
  return Math.min(width, height) <= thin && Math.max(width, height) > 2 * thin;
}

function boxOf(points: Point[]): Rule {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

const mostPoints = 2_000;

/** Returns the figures that consist of straight lines. */
function figuresOf(path: XmlElement): Point[][] {
  const data = path.attributes.Data ?? descendants(path, "PathGeometry")[0]?.attributes.Figures;
  if (data) return abbreviated(data);
  return descendants(path, "PathFigure").flatMap((figure) => {
    const points = descendants(figure, "PolyLineSegment").map(
      ({ attributes }) => attributes.Points,
    );
    const numbers = numbersIn([figure.attributes.StartPoint ?? "", ...points].join(" "));
    const isStraight = descendants(figure, "PolyBezierSegment").length === 0;
    return isStraight && numbers.length <= mostPoints ? [pairs(numbers)] : [];
  });
}

/** Reads "M 0,0 L 10,0 10,5 Z". Returns nothing for curves. */
function abbreviated(data: string): Point[][] {
  if (data.length > 20_000 || /[acqst]/i.test(data)) return [];
  const figures: Point[][] = [];
  let at: Point = [0, 0];
  for (const [, command = "", rest = ""] of data.matchAll(/([MLHVZ])([^MLHVZ]*)/gi)) {
    const isRelative = command === command.toLowerCase();
    for (const point of pointsOf(command.toUpperCase(), numbersIn(rest), isRelative, at)) {
      at = point;
      if (command.toUpperCase() === "M" && rest !== "") figures.push([at]);
      else figures.at(-1)?.push(at);
    }
    const first = figures.at(-1)?.[0];
    if (command.toUpperCase() === "Z" && first) figures.at(-1)?.push(first);
  }
  return figures.filter(({ length }) => length > 1);
}

function pointsOf(command: string, numbers: number[], isRelative: boolean, from: Point): Point[] {
  let at = from;
  const steps: Point[] =
    command === "H"
      ? numbers.map((x) => [x, isRelative ? 0 : from[1]])
      : command === "V"
        ? numbers.map((y) => [isRelative ? 0 : from[0], y])
        : pairs(numbers);
  return steps.map(([x, y]) => {
    at = isRelative ? [at[0] + x, at[1] + y] : [x, y];
    return at;
  });
}

function numbersIn(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

function pairs(numbers: number[]): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2)
    points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return points;
}
