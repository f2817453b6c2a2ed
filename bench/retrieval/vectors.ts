import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadE5 } from "@besunny/ai/e5/e5-model";
import { E5_MODEL } from "@besunny/ai/e5/embedding-model";
import { DIMENSIONS, EMBEDDING_MODEL } from "@besunny/ai/minilm/embedding-model";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";

export type Role = "query" | "passage";

/** Encodes texts, and keeps the vectors in a file of the temporary directory, so that a second run is quick. */
export type Vectors = {
  model: string;
  of(texts: readonly string[], role: Role): Promise<Float32Array[]>;
  close(): Promise<void>;
};

const KEY_BYTES = 16;
const VECTOR_BYTES = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;
const RECORD_BYTES = KEY_BYTES + VECTOR_BYTES;

/** Opens MiniLM, or E5 where a folder with its files is given. */
export async function openVectors(e5?: string): Promise<Vectors> {
  const folder = join(tmpdir(), "besunny-bench-vectors");
  await mkdir(folder, { recursive: true });
  const encoder = e5 ? await loadE5(e5) : await loadSentenceEncoder(folder);
  const model = e5 ? E5_MODEL : EMBEDDING_MODEL;
  const path = join(folder, `${model.replace(/\W+/g, "-")}.vectors`);
  const known = await readKnown(path);

  return {
    model,
    async of(texts, role) {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        const key = createHash("sha256").update(`${role} ${text}`).digest().subarray(0, KEY_BYTES);
        const name = key.toString("hex");
        const vector = known.get(name) ?? (await encoder.encode(text, role));
        if (!known.has(name)) await appendFile(path, Buffer.concat([key, bytesOf(vector)]));
        known.set(name, vector);
        vectors.push(vector);
      }
      return vectors;
    },
    close: () => encoder.close(),
  };
}

async function readKnown(path: string): Promise<Map<string, Float32Array>> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const known = new Map<string, Float32Array>();
  for (let at = 0; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES) {
    const key = bytes.subarray(at, at + KEY_BYTES).toString("hex");
    const own = new Uint8Array(bytes.subarray(at + KEY_BYTES, at + RECORD_BYTES));
    known.set(key, new Float32Array(own.buffer));
  }
  return known;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
