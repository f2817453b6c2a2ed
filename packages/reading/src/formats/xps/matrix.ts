/** The six numbers of a transform: `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** Returns the transform that applies `inner` first. */
export function within(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = inner;
  const [e, f] = placed(outer, inner[4], inner[5]);
  return [
    outer[0] * a + outer[2] * b,
    outer[1] * a + outer[3] * b,
    outer[0] * c + outer[2] * d,
    outer[1] * c + outer[3] * d,
    e,
    f,
  ];
}

export function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Reads "1,0,0,1,10,20". Returns the transform that moves nothing if the text is something else. */
export function readMatrix(text: string | undefined): Matrix {
  const [a, b, c, d, e, f, ...more] = (text ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const all = [a, b, c, d, e, f];
  if (more.length > 0 || !all.every((each) => Number.isFinite(each))) return unmoved;
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}
