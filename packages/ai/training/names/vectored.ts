import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { DIMENSIONS, EMBEDDING_MODEL } from "../../src/minilm/embedding-model";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { candidateStretches } from "../../src/understanding/names/candidates";
import { wordVectors } from "../../src/understanding/names/word-vectors";
import { encodedTogether, textOf } from "./encoded-together";
import type { NamedSentence } from "./named-sentence";

/**
 * Returns the vectors of the words of each sentence that can be part of a name, laid end to end. Sentences of a document are encoded together, as in
 * the product. Encoding takes most of the time of a training, so its results are kept in `.cache`.
 */
export async function vectorsOf(
  sentences: readonly NamedSentence[],
  encoder: SentenceEncoder,
): Promise<Float32Array[]> {
  const groups = encodedTogether(sentences, (text) => encoder.countTokens(text, 10_000));
  const path = cachePath(groups);
  const kept = existsSync(path) ? read(path) : await encoded(groups, encoder, path);
  let at = 0;
  return sentences.map(({ words }) => {
    const count = candidateStretches(words).reduce((sum, [from, to]) => sum + to - from, 0);
    const own = kept.subarray(at * DIMENSIONS, (at + count) * DIMENSIONS);
    at += count;
    return own;
  });
}

async function encoded(
  groups: readonly NamedSentence[][],
  encoder: SentenceEncoder,
  path: string,
): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  for (const group of groups) {
    const found = await encoder.encodeTokens(group.map(textOf).join(" "));
    let offset = 0;
    for (const sentence of group) {
      const shift = offset;
      const words = sentence.words.map(({ text, start, end }) => ({
        text,
        start: start + shift,
        end: end + shift,
      }));
      parts.push(...wordVectors(words, candidateStretches(words), found));
      offset += textOf(sentence).length + 1;
    }
  }
  const all = new Float32Array(parts.length * DIMENSIONS);
  for (const [index, part] of parts.entries()) all.set(part, index * DIMENSIONS);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, new Uint8Array(Float16Array.from(all).buffer));
  return all;
}

function read(path: string): Float32Array {
  const bytes = Uint8Array.from(readFileSync(path));
  return Float32Array.from(new Float16Array(bytes.buffer));
}

function cachePath(groups: readonly NamedSentence[][]): string {
  const hash = createHash("sha256").update(`${EMBEDDING_MODEL} inner`);
  for (const group of groups) hash.update(`\n\n${group.map(textOf).join("\n")}`);
  const name = hash.digest("hex").slice(0, 20);
  return fileURLToPath(new URL(`../../.cache/names/${name}.f16`, import.meta.url));
}
