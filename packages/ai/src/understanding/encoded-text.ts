import type { DocumentPassage, Span } from "../ai";
import { DIMENSIONS } from "../minilm/embedding-model";
import type { EncodedTokens, SentenceEncoder } from "../minilm/sentence-encoder";
import type { Token } from "../minilm/word-pieces";

/** The passages of a document, each encoded once. All vectors of the document's words come from here. */
export type EncodedText = {
  /** The vector of each passage, headings included: the one that the index keeps. */
  passages: { text: string; vector: Float32Array }[];
  /** Returns the word pieces of a stretch, with offsets from its start, or null if none of it was encoded. */
  tokensOf(span: Span): EncodedTokens | null;
  /** Returns the unit vector of a stretch: the mean of its word pieces in their context. Null if none of it was encoded. */
  vectorOf(span: Span): Float32Array | null;
};

/** Encodes passages, which do not overlap and are in the order of the text. */
export async function encodeText(
  passages: readonly DocumentPassage[],
  encoder: SentenceEncoder,
): Promise<EncodedText> {
  const tokens: Token[] = [];
  const parts: Float32Array[] = [];
  const innerParts: Float32Array[] = [];
  const encoded: EncodedText["passages"] = [];
  for (const { text, span } of passages) {
    const found = await encoder.encodeTokens(text);
    encoded.push({ text, vector: found.sentence });
    // A passage's text ends with the document's words; its title and headings are before them.
    const added = text.length - (span[1] - span[0]);
    const before = found.tokens.findIndex(({ start }) => start >= added);
    if (before < 0) continue;
    for (const { id, start, end } of found.tokens.slice(before))
      tokens.push({ id, start: span[0] + start - added, end: span[0] + end - added });
    parts.push(found.vectors.slice(before * DIMENSIONS));
    innerParts.push(found.inner.slice(before * DIMENSIONS));
  }
  const vectors = joined(parts, tokens.length * DIMENSIONS);
  const inner = joined(innerParts, tokens.length * DIMENSIONS);

  const rangeOf = ([start, end]: Span): [first: number, past: number] => {
    const first = firstAt(tokens, start);
    return [first, Math.max(first, firstAt(tokens, end))];
  };
  const vectorsOf = ([first, past]: [number, number]) =>
    vectors.subarray(first * DIMENSIONS, past * DIMENSIONS);
  const meanOf = (range: [number, number]) => unitMean(vectorsOf(range));

  return {
    passages: encoded,
    tokensOf(span) {
      const range = rangeOf(span);
      if (range[0] === range[1]) return null;
      const own = tokens
        .slice(...range)
        .map(({ id, start, end }) => ({ id, start: start - span[0], end: end - span[0] }));
      return {
        tokens: own,
        vectors: vectorsOf(range),
        inner: inner.subarray(range[0] * DIMENSIONS, range[1] * DIMENSIONS),
        sentence: meanOf(range),
      };
    },
    vectorOf(span) {
      const range = rangeOf(span);
      return range[0] === range[1] ? null : meanOf(range);
    },
  };
}

function joined(parts: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Returns the number of the first token that starts at a position or after it. */
function firstAt(tokens: readonly Token[], position: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? position) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the mean of vectors that are laid end to end, of unit length. */
function unitMean(vectors: Float32Array): Float32Array {
  const mean = new Float32Array(DIMENSIONS);
  for (let at = 0; at < vectors.length; at += DIMENSIONS)
    for (let axis = 0; axis < DIMENSIONS; axis++)
      mean[axis] = (mean[axis] ?? 0) + (vectors[at + axis] ?? 0);
  let square = 0;
  for (let axis = 0; axis < DIMENSIONS; axis++) square += (mean[axis] ?? 0) ** 2;
  const size = Math.sqrt(square) || 1;
  for (let axis = 0; axis < DIMENSIONS; axis++) mean[axis] = (mean[axis] ?? 0) / size;
  return mean;
}
