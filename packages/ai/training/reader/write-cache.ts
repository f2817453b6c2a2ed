import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/ai";
import { kindsOfQuestion, questionWords } from "../../src/answering/reader/question-words";
import { readyPassage, withTitle } from "../../src/answering/reader/ready-passage";
import { TOKEN_FEATURES, tokenFeatures } from "../../src/answering/reader/token-features";
import { DIMENSIONS } from "../../src/minilm/embedding-model";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import type { Token } from "../../src/minilm/word-pieces";
import type { ReaderRow } from "./rows";

/**
 * Encodes each text once and writes its vectors (two of each piece, 16 bits a number), then the rows with the numbers of their pieces. The files
 * are what `train.py` reads.
 */
export async function writeCache(
  rows: readonly ReaderRow[],
  folder: string,
  encoder: SentenceEncoder,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const vectors = openSync(join(folder, "vectors.f16"), "w");
  const features = openSync(join(folder, "features.f16"), "w");
  const known = new Map<string, { at: number; tokens: Token[] }>();
  let written = 0;
  let featured = 0;

  async function encoded(text: string) {
    const before = known.get(text);
    if (before) return before;
    const { tokens, vectors: last, inner } = await encoder.encodeTokens(text);
    const both = new Float16Array(tokens.length * 2 * DIMENSIONS);
    for (let index = 0; index < tokens.length; index++) {
      const own = [index * DIMENSIONS, (index + 1) * DIMENSIONS] as const;
      both.set(last.subarray(...own), index * 2 * DIMENSIONS);
      both.set(inner.subarray(...own), (index * 2 + 1) * DIMENSIONS);
    }
    writeSync(vectors, both);
    const made = { at: written, tokens };
    written += tokens.length;
    known.set(text, made);
    return made;
  }

  const lines: string[] = [];
  for (const [index, { set, group, title, passage, question, spans }] of rows.entries()) {
    if (index % 2_000 === 0) console.log(`${index} of ${rows.length} rows encoded`);
    const shown = withTitle(title, passage);
    const own = await encoded(shown.text);
    const asked = await encoded(question);
    if (asked.tokens.length === 0) continue;
    const ready = readyPassage(shown, own.tokens);
    const pieces = spans.flatMap((span) => piecesOf(own.tokens, span, shown.from));
    if (spans.length > 0 && pieces.length === 0) continue;
    const numbers = tokenFeatures(ready, questionWords(question, asked.tokens));
    writeSync(features, Float16Array.from(numbers));
    lines.push(
      JSON.stringify({
        set,
        group,
        question: [asked.at, asked.tokens.length],
        passage: [own.at, own.tokens.length],
        features: featured,
        first: own.tokens.findIndex(({ start }) => start >= shown.from),
        kinds: [...kindsOfQuestion(question)],
        spans: pieces,
        sentences: ready.sentences.flatMap((span) => piecesOf(own.tokens, span, 0)),
      }),
    );
    featured += own.tokens.length;
  }
  closeSync(vectors);
  closeSync(features);
  writeFileSync(join(folder, "rows.jsonl"), lines.join("\n"));
  writeFileSync(
    join(folder, "shape.json"),
    JSON.stringify({ vectors: 2 * DIMENSIONS, features: TOKEN_FEATURES }),
  );
}

/** The first and the last piece of a span of the passage; none if it was cut off. */
function piecesOf(tokens: readonly Token[], [start, end]: Span, from: number): [number, number][] {
  const first = tokens.findIndex((token) => token.end > start + from);
  const last = tokens.findLastIndex((token) => token.start < end + from);
  return first >= 0 && last >= first && (tokens.at(-1)?.end ?? 0) >= end + from
    ? [[first, last]]
    : [];
}
