import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { DocumentInput, Span } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { type DocumentView, viewChunks } from "../src/understanding/document-view";
import { base64 } from "./fit-logistic";

const cache = fileURLToPath(new URL("../.cache/chunks/", import.meta.url));

/** Returns the chunks of a document with their vectors, as `viewChunks` does. They are kept between runs. */
export async function keptChunks(
  document: DocumentInput,
  encoder: SentenceEncoder,
): Promise<DocumentView["chunks"]> {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, `${createHash("sha256").update(document.text).digest("hex")}.json`);
  if (existsSync(path)) {
    const kept: { span: Span; vector: string }[] = JSON.parse(readFileSync(path, "utf8"));
    return kept.map(({ span, vector }) => ({ span, vector: floats(vector) }));
  }
  const chunks = await viewChunks(document, encoder);
  const kept = chunks.map(({ span, vector }) => ({ span, vector: base64(vector) }));
  writeFileSync(path, JSON.stringify(kept));
  return chunks;
}

function floats(encoded: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(encoded, "base64")).buffer);
}
