import { createHash } from "node:crypto";

import type { Calibration } from "./calibration";
import type { Fitted } from "./fit-head";

const FORMAT = "besunny-head 1";
/** Weights are kept in two bytes each, as parts of the largest of their class. */
const STEPS = 32_767;

/** A head that can be asked. `featuresVersion` names the features that it was trained on. */
export type Head = Omit<Fitted, "words" | "dense"> & {
  featuresVersion: string;
  words: Float32Array[];
  dense: Float32Array[];
  calibration: Calibration;
};

type Heading = {
  format: string;
  featuresVersion: string;
  classes: string[];
  columns: number;
  width: number;
  calibration: Calibration;
  scales: { words: number[]; dense: number[] };
};

/** Returns the bytes of a head, which are the same for the same head, and their sha256 in hexadecimal. */
export function writeHead(
  { classes, hashes, rarities, words, dense }: Fitted,
  { calibration, featuresVersion }: Pick<Head, "calibration" | "featuresVersion">,
): { bytes: Uint8Array; sha256: string } {
  const heading: Heading = {
    format: FORMAT,
    featuresVersion,
    classes,
    columns: hashes.length,
    width: (dense[0]?.length ?? 1) - 1,
    calibration,
    scales: { words: words.map(scaleOf), dense: dense.map(scaleOf) },
  };
  const named = Buffer.from(JSON.stringify(heading));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(named.length);
  const bytes = Buffer.concat([
    size,
    named,
    bytesOf(hashes),
    bytesOf(rarities),
    ...[...words, ...dense].map((weights) => bytesOf(inSteps(weights))),
  ]);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Returns the bytes of a head with another calibration, and their sha256 in hexadecimal. All else is as it was. */
export function withCalibration(
  bytes: Uint8Array,
  calibration: Calibration,
): { bytes: Uint8Array; sha256: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = buffer.readUInt32LE(0);
  const heading: Heading = JSON.parse(buffer.toString("utf8", 4, 4 + length));
  const named = Buffer.from(JSON.stringify({ ...heading, calibration }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(named.length);
  const made = Buffer.concat([size, named, buffer.subarray(4 + length)]);
  return { bytes: made, sha256: createHash("sha256").update(made).digest("hex") };
}

/** Reads the bytes of a head. Throws if they are no head or end too early. */
export function readHead(bytes: Uint8Array): Head {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = buffer.readUInt32LE(0);
  const heading: Heading = JSON.parse(buffer.toString("utf8", 4, 4 + length));
  if (heading.format !== FORMAT) throw new Error("These bytes are no model of documents");
  let offset = 4 + length;
  const take = (count: number): ArrayBuffer => {
    if (offset + count > buffer.length) throw new Error("The model of documents is cut off");
    const copy = new ArrayBuffer(count);
    new Uint8Array(copy).set(buffer.subarray(offset, offset + count));
    offset += count;
    return copy;
  };
  const { classes, columns, width, scales, calibration, featuresVersion } = heading;
  const hashes = new Uint32Array(take(4 * columns));
  const rarities = new Float32Array(take(4 * columns));
  const weights = (count: number, scale = 0) =>
    Float32Array.from(new Int16Array(take(2 * (count + 1))), (step) => (step * scale) / STEPS);
  const words = classes.map((_, index) => weights(columns, scales.words[index]));
  const dense = classes.map((_, index) => weights(width, scales.dense[index]));
  return { featuresVersion, classes, hashes, rarities, words, dense, calibration };
}

function scaleOf(weights: Float64Array): number {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  return most || 1;
}

function inSteps(weights: Float64Array): Int16Array {
  const scale = scaleOf(weights);
  return Int16Array.from(weights, (weight) => Math.round((weight / scale) * STEPS));
}

function bytesOf(numbers: Uint32Array | Float32Array | Int16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
