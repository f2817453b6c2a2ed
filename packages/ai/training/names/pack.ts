import { brotliCompressSync, constants } from "node:zlib";
import { hashOf } from "../../src/understanding/names/hash";
import { LABELS } from "../../src/understanding/names/labels";
import type { KnownFile, TaggerFile } from "../../src/understanding/names/model";
import type { Weights } from "./fit-tagger";

const SMALLEST_BYTE = 3;

/** Packs a byte for each weight of a feature. Leaves out features that hardly matter. */
export function packed(
  names: ReadonlyMap<string, number>,
  weights: Weights,
  hidden: number,
): TaggerFile {
  const most = weights.features.reduce((found, weight) => Math.max(found, Math.abs(weight)), 0);
  const scale = Math.min(most, 4) / 127;
  const rows = new Map<number, Int8Array>();
  for (const [name, row] of names) {
    const own = weights.features.subarray(row * LABELS, (row + 1) * LABELS);
    const bytes = Int8Array.from(own, (value) =>
      Math.max(-127, Math.min(127, Math.round(value / scale))),
    );
    if (bytes.some((byte) => Math.abs(byte) >= SMALLEST_BYTE)) rows.set(hashOf(name), bytes);
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const bytes = new Int8Array(sorted.length * LABELS);
  for (const [index, [, own]] of sorted.entries()) bytes.set(own, index * LABELS);
  return {
    release: "2",
    features: compressed(differences(sorted.map(([hash]) => hash))),
    weights: compressed(bytes),
    scale: Number(scale.toPrecision(6)),
    hidden,
    inner: compressed(rounded(weights.inner)),
    innerBias: compressed(weights.innerBias),
    outer: compressed(weights.outer),
    steps: compressed(weights.steps),
    thresholds: { person: 0, organisation: 0, place: 0 },
  };
}

export function packedLists({
  hashes,
  bits,
}: {
  hashes: Uint32Array;
  bits: Uint8Array;
}): KnownFile {
  return { hashes: compressed(differences([...hashes])), bits: compressed(bits) };
}

function differences(sorted: readonly number[]): Uint32Array {
  return Uint32Array.from(sorted, (hash, index) => hash - (sorted[index - 1] ?? 0));
}

/** Keeps 12 bits of each fraction, so that the numbers take less space. */
function rounded(values: Float32Array): Float32Array {
  const bits = new Uint32Array(values.slice().buffer);
  return new Float32Array(bits.map((each) => (each + 0x400) & ~0x7ff).buffer);
}

function compressed(values: ArrayBufferView): string {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  return brotliCompressSync(bytes, quality).toString("base64");
}
