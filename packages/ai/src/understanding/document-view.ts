import { sentencesOfText } from "@besunny/document-model/sentences";
import type { DocumentInput, DocumentPassage, Span } from "../ai";
import type { EncodedTokens, SentenceEncoder } from "../minilm/sentence-encoder";
import { type EncodedText, encodeText } from "./encoded-text";

/** The most characters of a document that are read. Of a longer one, the beginning, the end and slices between are read. */
const CHARACTERS_READ = 120_000;
/** The most passages of a document that are encoded to understand it. */
const MOST_PASSAGES = 64;
const FIRST_PASSAGES = 16;
const MOST_SENTENCES = 90;
const CHUNK_CHARACTERS = 900;
const MOST_CHUNKS = 4;
const SLICES = 12;

export type Sentence = { span: Span; text: string };

/** A document prepared once for all parts of understanding: sampled, with vectors. */
export type DocumentView = EncodedText & {
  document: DocumentInput;
  /** The parts that are read, in order. A document that is not long has one. */
  parts: Span[];
  sentences: Sentence[];
  /** A selection of the sentences with their vectors. */
  embedded: (Sentence & { vector: Float32Array; tokens: EncodedTokens; position: number })[];
  /** Vectors of a few stretches of about 200 tokens, the beginning first. */
  chunks: { span: Span; vector: Float32Array }[];
};

export async function viewDocument(
  document: DocumentInput,
  encoder: SentenceEncoder,
): Promise<DocumentView> {
  const parts = sampledParts(document.text);
  const sentences = splitSentences(document.text);
  const passages = document.passages ?? ownPassages(document.text, sentences);
  const encoded = await encodeText(chosen(passages, parts), encoder);

  const embedded = selected(sentences).flatMap(([position, sentence]) => {
    const tokens = encoded.tokensOf(sentence.span);
    return tokens ? [{ ...sentence, position, vector: tokens.sentence, tokens }] : [];
  });
  return { ...encoded, document, parts, sentences, embedded, chunks: chunksOf(sentences, encoded) };
}

/** Returns only the chunks, which are enough to find the type. Encodes only their passages. */
export async function viewChunks(
  document: DocumentInput,
  encoder: SentenceEncoder,
): Promise<DocumentView["chunks"]> {
  const sentences = splitSentences(document.text);
  const passages = document.passages ?? ownPassages(document.text, sentences);
  const spans = thinned(chunkSpans(sentences));
  const needed = passages.filter(({ span }) =>
    spans.some(([start, end]) => span[0] < end && start < span[1]),
  );
  return chunksOf(sentences, await encodeText(needed, encoder));
}

function chunksOf(sentences: readonly Sentence[], encoded: EncodedText): DocumentView["chunks"] {
  const vectored = chunkSpans(sentences).flatMap((span) => {
    const vector = encoded.vectorOf(span);
    return vector ? [{ span, vector }] : [];
  });
  return thinned(vectored);
}

/** Cuts a text that came without passages. */
function ownPassages(text: string, sentences: readonly Sentence[]): DocumentPassage[] {
  return chunkSpans(sentences).map((span) => ({ span, text: text.slice(...span) }));
}

/** Returns the passages to encode: all of those that are read, or the first ones and an even selection of the rest. */
function chosen(
  passages: readonly DocumentPassage[],
  parts: readonly Span[],
): readonly DocumentPassage[] {
  const read = passages.filter(({ span }) =>
    parts.some(([start, end]) => span[0] < end && start < span[1]),
  );
  if (read.length <= MOST_PASSAGES) return read;
  const rest = read.slice(FIRST_PASSAGES);
  const places = MOST_PASSAGES - FIRST_PASSAGES;
  return [
    ...read.slice(0, FIRST_PASSAGES),
    ...rest.filter(
      (_, index) =>
        Math.floor((index * places) / rest.length) !==
        Math.floor(((index - 1) * places) / rest.length),
    ),
  ];
}

function splitSentences(text: string): Sentence[] {
  return sampledParts(text)
    .flatMap(([start, end]) => sentencesOfText(text, start, end))
    .map((span) => ({ span, text: text.slice(...span) }));
}

/** Returns the parts to read. They begin and end between words, at the end of a line if one is near. */
function sampledParts(text: string): Span[] {
  if (text.length <= CHARACTERS_READ) return [[0, text.length]];
  const size = Math.floor(CHARACTERS_READ / (SLICES + 2));
  const parts: Span[] = [[0, gapAfter(text, size * 2)]];
  for (let slice = 1; slice <= SLICES; slice++) {
    const last = parts.at(-1)?.[1] ?? 0;
    const start = gapAfter(text, Math.floor((text.length - size) * (slice / SLICES)));
    const end = gapAfter(text, start + size);
    if (start >= last && end > start) parts.push([start, end]);
  }
  return parts;
}

function gapAfter(text: string, position: number): number {
  if (position >= text.length) return text.length;
  const near = text.slice(position, position + 500);
  const gap = near.includes("\n") ? near.indexOf("\n") : near.search(/\s/);
  return position + Math.max(0, gap);
}

/** Selects sentences of prose: all in short documents; in long ones the first dozen and an even selection of the rest. */
function selected(sentences: readonly Sentence[]): [position: number, sentence: Sentence][] {
  const prose = [...sentences.entries()].filter(([, { text }]) => isProse(text));
  if (prose.length <= MOST_SENTENCES) return prose;
  const first = prose.slice(0, 12);
  const rest = prose.slice(12);
  const step = rest.length / (MOST_SENTENCES - 12);
  const thinned = Array.from(
    { length: MOST_SENTENCES - 12 },
    (_, index) => rest[Math.floor(index * step)],
  );
  return [...first, ...thinned.filter((entry) => entry !== undefined)];
}

function isProse(text: string): boolean {
  return text.length >= 25 && text.split(/\s+/).length >= 5 && letters(text) > 0.6;
}

function letters(text: string): number {
  return (text.match(/\p{L}/gu)?.length ?? 0) / text.replace(/\s/g, "").length;
}

function chunkSpans(sentences: readonly Sentence[]): Span[] {
  const chunks: Span[] = [];
  for (const { span } of sentences) {
    const open = chunks.at(-1);
    if (open && span[1] - open[0] <= CHUNK_CHARACTERS) open[1] = span[1];
    else chunks.push([span[0], Math.min(span[1], span[0] + CHUNK_CHARACTERS)]);
  }
  return chunks;
}

function thinned<Chunk>(chunks: readonly Chunk[]): Chunk[] {
  if (chunks.length <= MOST_CHUNKS) return [...chunks];
  const picks = [0, 1, Math.floor(chunks.length / 2), chunks.length - 1];
  return picks.map((index) => chunks[index]).filter((chunk) => chunk !== undefined);
}
