import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadE5 } from "@besunny/ai/e5/e5-model";
import { E5_MODEL } from "@besunny/ai/e5/embedding-model";
import { DIMENSIONS, EMBEDDING_MODEL } from "@besunny/ai/minilm/embedding-model";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";

export type Role = "query" | "passage";

/** Encodes texts, and keeps the vectors in a folder of the temporary directory, so that a second run is quick. */
export type Vectors = {
  model: string;
  of(texts: readonly string[], role: Role): Promise<Float32Array[]>;
  close(): Promise<void>;
};

const BYTES_A_NUMBER = 4;

/** Opens MiniLM, or E5 where a folder with its files is given. */
export async function openVectors(e5?: string): Promise<Vectors> {
  const folder = join(tmpdir(), "besunny-bench-vectors");
  await mkdir(folder, { recursive: true });
  const encoder = e5 ? await loadE5(e5) : await loadSentenceEncoder(folder);
  const model = e5 ? E5_MODEL : EMBEDDING_MODEL;

  return {
    model,
    async of(texts, role) {
      const hash = createHash("sha256")
        .update(JSON.stringify([model, role, texts]))
        .digest("hex");
      const path = join(folder, `${hash.slice(0, 32)}.f32`);
      const kept = await readFile(path).catch(() => null);
      if (kept) return split(kept);
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await encoder.encode(text, role));
      const partial = `${path}.${process.pid}`;
      await writeFile(partial, Buffer.concat(vectors.map(bytesOf)));
      await rename(partial, path);
      return vectors;
    },
    close: () => encoder.close(),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function split(bytes: Buffer): Float32Array[] {
  const size = DIMENSIONS * BYTES_A_NUMBER;
  return Array.from(
    { length: bytes.length / size },
    (_, at) => new Float32Array(new Uint8Array(bytes.subarray(at * size, (at + 1) * size)).buffer),
  );
}
