/** Returns an instant in one form, so that instants compare as text. */
export function instant(value: string): string {
  return new Date(value).toISOString();
}

export function bytes(numbers: Float32Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Returns the terms that `bytes` wrote. */
export function terms(value: unknown): Uint32Array {
  const held = blob(value);
  const aligned = held.byteOffset % 4 === 0 ? held : held.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

/** Returns the signs of a vector's numbers, the first in the lowest bit, as sqlite-vec's `vec_quantize_binary` does. */
export function signsOf(vector: Float32Array): Uint8Array {
  const signs = new Uint8Array(vector.length / 8);
  for (let index = 0; index < vector.length; index++)
    if ((vector[index] ?? 0) > 0) signs[index >> 3] = (signs[index >> 3] ?? 0) | (1 << (index & 7));
  return signs;
}

export function number(value: unknown): number {
  return typeof value === "bigint" || typeof value === "number" ? Number(value) : 0;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Returns the bytes of a column, none if it has no blob. */
export function blob(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
