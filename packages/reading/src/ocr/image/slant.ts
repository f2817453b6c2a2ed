import type { Component } from "./components";

/** `degrees` is the clockwise tilt of the lines. `isSideways` is true if the lines run from top to bottom, not across. */
export type Slant = { degrees: number; isSideways: boolean };

/**
 * Finds the slant of the lines. At the right angle, letters counted in narrow strips form the highest heaps. Returns 0 degrees for few
 * letters, or if no angle is clearly better.
 */
export function slantOf(letters: Component[], letterSize: number): Slant {
  const points = sampled(letters);
  if (points.length < leastLetters) return { degrees: 0, isSideways: false };
  const across = steepest(points, 0, letterSize);
  const down = steepest(points, 90, letterSize);
  const isSideways = down.heap > across.heap / 2 && runDown(letters, letterSize);
  const best = isSideways ? down : across;
  const straight = heapAt(points, isSideways ? 90 : 0, letterSize);
  const isSure = best.heap > straight * 1.1 && Math.abs(best.degrees) >= leastDegrees;
  return { degrees: isSure ? best.degrees : 0, isSideways };
}

/**
 * Returns true if letters stand nearer to each other down than across. In type of one width, columns form heaps as high as those of lines.
 * But the next letter of a line is nearer than the next line.
 */
function runDown(letters: Component[], letterSize: number): boolean {
  const whole = letters.filter(
    ({ left, top, right, bottom }) => Math.max(right - left, bottom - top) >= 0.6 * letterSize,
  );
  const points = middles(whole).sort((a, b) => a.y - b.y);
  const step = Math.max(1, Math.floor(points.length / mostPairs));
  let [across, down] = [0, 0];
  for (let index = 0; index < points.length; index += step) {
    const nearest = nearestTo(points, index, 4 * letterSize);
    if (nearest && nearest.x > nearest.y) across += 1;
    if (nearest && nearest.x < nearest.y) down += 1;
  }
  return down > across;
}

const mostPairs = 500;

/** The distances across and down to the nearest of the points, which are sorted by y; null if there is none within `reach`. */
function nearestTo(points: Point[], index: number, reach: number): Point | null {
  const from = points[index];
  if (!from) return null;
  let best: Point | null = null;
  let least = reach;
  for (const step of [-1, 1])
    for (let at = index + step; ; at += step) {
      const point = points[at];
      if (!point || Math.abs(point.y - from.y) >= least) break;
      const away = { x: Math.abs(point.x - from.x), y: Math.abs(point.y - from.y) };
      const distance = Math.hypot(away.x, away.y);
      if (distance < least) [best, least] = [away, distance];
    }
  return best;
}

const leastLetters = 20;
const leastDegrees = 0.3;
const mostDegrees = 15;

type Point = { x: number; y: number };

function sampled(letters: Component[]): Point[] {
  const step = Math.max(1, Math.floor(letters.length / 3_000));
  return middles(letters.filter((_, index) => index % step === 0));
}

function middles(letters: Component[]): Point[] {
  return letters.map(({ left, top, right, bottom }) => ({
    x: (left + right) / 2,
    y: (top + bottom) / 2,
  }));
}

function steepest(points: Point[], base: number, size: number): { degrees: number; heap: number } {
  let best = { degrees: 0, heap: heapAt(points, base, size) };
  const look = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to; degrees += step) {
      const heap = heapAt(points, base + degrees, size);
      if (heap > best.heap) best = { degrees, heap };
    }
  };
  look(-mostDegrees, mostDegrees, 0.5);
  look(best.degrees - 0.4, best.degrees + 0.4, 0.1);
  return best;
}

/** Returns the sum of the squares of the numbers of letters in narrow strips at this angle. */
function heapAt(points: Point[], degrees: number, size: number): number {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const strip = Math.max(1.5, size / 3);
  const counts = new Map<number, number>();
  for (const { x, y } of points) {
    const bin = Math.floor((y * cosine - x * sine) / strip);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  let heap = 0;
  for (const count of counts.values()) heap += count * count;
  return heap;
}
