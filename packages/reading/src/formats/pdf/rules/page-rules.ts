import type { Rule } from "../../../analysis/tables/found-table";
import { joinRules } from "../../../analysis/tables/join-rules";
import { heapOf, type Pdfium, withMemory } from "../pdfium/pdfium";
import type { Placement } from "../pdfium/placement";
import { edgesOf, type Fill, visibleEdges } from "./fill-edges";

const kinds = { path: 2, image: 3, form: 5 };
const lineTo = 0;
const moveTo = 2;

const mostObjects = 20_000;
const mostSegments = 60_000;
const thin = 3.5;

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];
type Point = [x: number, y: number];

/** `left` is how many segments may still be looked at. */
type Survey = {
  fills: Fill[];
  pdfium: Pdfium;
  placement: Placement;
  address: number;
  rules: Rule[];
  left: number;
};

/**
 * Returns the straight horizontal and vertical lines on the page as shown. They are strokes, thin rectangles and pictures, and
 * the edges of filled rectangles. Pieces of dashed and doubled lines are joined.
 */
export function pageRules(pdfium: Pdfium, page: number, placement: Placement): Rule[] {
  return withMemory(pdfium, 32, (address) => {
    const survey: Survey = { pdfium, placement, address, rules: [], fills: [], left: mostSegments };
    const count = Math.min(pdfium.FPDFPage_CountObjects(page), mostObjects);
    for (let index = 0; index < count && survey.left > 0; index++)
      look(survey, pdfium.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0);
    return joinRules([...survey.rules, ...visibleEdges(survey.fills)]);
  });
}

function look(survey: Survey, object: number, outer: Matrix, depth: number) {
  const { pdfium } = survey;
  const kind = pdfium.FPDFPageObj_GetType(object);
  if (kind === kinds.path) lookAtPath(survey, object, multiply(matrixOf(survey, object), outer));
  if (kind === kinds.image) lookAtImage(survey, object, outer);
  if (kind !== kinds.form || depth > 4) return;
  const inner = multiply(matrixOf(survey, object), outer);
  const count = Math.min(pdfium.FPDFFormObj_CountObjects(object), mostObjects);
  for (let index = 0; index < count && survey.left > 0; index++)
    look(survey, pdfium.FPDFFormObj_GetObject(object, index), inner, depth + 1);
}

function matrixOf({ pdfium, address }: Survey, object: number): Matrix {
  if (!pdfium.FPDFPageObj_GetMatrix(object, address)) return [1, 0, 0, 1, 0, 0];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = new Float32Array(
    heapOf(pdfium).buffer,
    address,
    6,
  );
  return [a, b, c, d, e, f];
}

function multiply([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [
    a * a2 + b * c2,
    a * b2 + b * d2,
    c * a2 + d * c2,
    c * b2 + d * d2,
    e * a2 + f * c2 + e2,
    e * b2 + f * d2 + f2,
  ];
}

function lookAtPath(survey: Survey, object: number, matrix: Matrix) {
  const { isFilled, isStroked } = drawMode(survey, object);
  if (!isFilled && !isStroked) return;
  for (const { points, strokes, isStraight } of subpaths(survey, object, matrix)) {
    if (isFilled && isStraight && isRectangle(points))
      addRectangle(survey, points, isStroked ? null : colourOf(survey, object));
    else if (isStroked) addStrokes(survey, strokes);
  }
}

function drawMode({ pdfium, address }: Survey, object: number) {
  if (!pdfium.FPDFPath_GetDrawMode(object, address, address + 4))
    return { isFilled: false, isStroked: false };
  const [fill = 0, stroke = 0] = new Int32Array(heapOf(pdfium).buffer, address, 2);
  return { isFilled: fill !== 0, isStroked: (stroke & 0xff) !== 0 };
}

/** `strokes` are the straight ones among its pieces. */
type Subpath = { points: Point[]; strokes: [from: Point, to: Point][]; isStraight: boolean };

function subpaths(survey: Survey, object: number, matrix: Matrix): Subpath[] {
  const { pdfium, address } = survey;
  const count = Math.min(pdfium.FPDFPath_CountSegments(object), survey.left);
  survey.left -= count;
  const found: Subpath[] = [];
  for (let index = 0; index < count; index++) {
    const segment = pdfium.FPDFPath_GetPathSegment(object, index);
    if (!pdfium.FPDFPathSegment_GetPoint(segment, address, address + 4)) continue;
    const [x = 0, y = 0] = new Float32Array(heapOf(pdfium).buffer, address, 2);
    const point = shown(survey, matrix, x, y);
    const type = pdfium.FPDFPathSegment_GetType(segment);
    let open = found.at(-1);
    if (type === moveTo || !open) {
      open = { points: [], strokes: [], isStraight: true };
      found.push(open);
    } else if (type === lineTo) draw(open, point);
    else open.isStraight = false;
    open.points.push(point);
    const [first] = open.points;
    if (first && pdfium.FPDFPathSegment_GetClose(segment)) {
      draw(open, first);
      open.points.push(first);
    }
  }
  return found;
}

function draw({ points, strokes }: Subpath, to: Point) {
  const from = points.at(-1);
  if (from) strokes.push([from, to]);
}

function shown({ placement }: Survey, [a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  const [px, py] = [a * x + c * y + e, b * x + d * y + f];
  const [left, top] = placement.toPage([px, py, px, py]);
  return [left, top];
}

function boundsOf(points: Point[]): Rule {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

function isRectangle(points: Point[]): boolean {
  if (points.length < 4 || points.length > 6) return false;
  const [left, top, width, height] = boundsOf(points);
  return points.every(
    ([x, y]) =>
      (Math.abs(x - left) < 0.6 || Math.abs(x - left - width) < 0.6) &&
      (Math.abs(y - top) < 0.6 || Math.abs(y - top - height) < 0.6),
  );
}

function addStrokes({ rules }: Survey, strokes: Subpath["strokes"]) {
  for (const stroke of strokes) {
    const rule = boundsOf(stroke);
    if (Math.min(rule[2], rule[3]) < 0.6 && Math.max(rule[2], rule[3]) > 0.4) rules.push(rule);
  }
}

/** `colour` is null where the edges are drawn as well. */
function addRectangle(
  { rules, fills, placement: { size } }: Survey,
  points: Point[],
  colour: number | null,
) {
  const box = boundsOf(points);
  const [x, y, width, height] = box;
  if (height <= thin && width >= height) rules.push([x, y + height / 2, width, 0]);
  else if (width <= thin) rules.push([x + width / 2, y, 0, height]);
  else if (colour === null) rules.push(...edgesOf(box));
  else if (colour !== white && (width < 0.98 * size.width || height < 0.9 * size.height))
    fills.push({ box, colour });
}

const white = 0xffffff;

function colourOf({ pdfium, address }: Survey, object: number): number {
  if (!pdfium.FPDFPageObj_GetFillColor(object, address, address + 4, address + 8, address + 12))
    return 0;
  const [red = 0, green = 0, blue = 0, alpha = 255] = new Uint32Array(
    heapOf(pdfium).buffer,
    address,
    4,
  );
  return alpha === 0 || Math.min(red, green, blue) > 0xfa
    ? white
    : (red << 16) | (green << 8) | blue;
}

function lookAtImage(survey: Survey, object: number, outer: Matrix) {
  const [a, b, c, d, e, f] = multiply(matrixOf(survey, object), outer);
  const corners = [
    shown(survey, [a, b, c, d, e, f], 0, 0),
    shown(survey, [a, b, c, d, e, f], 1, 1),
  ];
  const [, , width, height] = boundsOf(corners);
  if (Math.min(width, height) <= thin && Math.max(width, height) > 12)
    addRectangle(survey, corners, null);
}
