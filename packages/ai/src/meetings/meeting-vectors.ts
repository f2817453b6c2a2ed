import type { Span } from "@besunny/document-model/parsed-document";

import { DIMENSIONS } from "../minilm/embedding-model";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import type { MeetingView, Said } from "./meeting-view";

/** The most characters that are encoded together. */
const PASSAGE_CHARACTERS = 900;

/** The vectors of a meeting, each word of which is encoded once, with the words around it. */
export type MeetingVectors = {
  /** Returns the unit vector of the sentences in a stretch; null if none of them was encoded. */
  vectorOf(span: Span): Float32Array | null;
};

/**
 * Encodes the talk in passages that end between sentences. Only the sum of each sentence's words is kept, so a meeting of six hours takes little
 * memory.
 */
export async function encodeMeeting(
  view: Pick<MeetingView, "bare" | "sentences">,
  encoder: Pick<SentenceEncoder, "encodeTokens">,
): Promise<MeetingVectors> {
  const { sentences } = view;
  const sums: (Float32Array | null)[] = [];
  for (const passage of passagesOf(sentences)) sums.push(...(await sumsOf(passage, view, encoder)));
  return {
    vectorOf([start, end]) {
      const sum = new Float32Array(DIMENSIONS);
      let isKnown = false;
      for (let at = firstAt(sentences, start); at < sentences.length; at++) {
        if ((sentences[at]?.span[1] ?? end) > end) break;
        const own = sums[at];
        if (!own) continue;
        isKnown = true;
        add(sum, own);
      }
      return isKnown ? unit(sum) : null;
    },
  };
}

function passagesOf(sentences: readonly Said[]): Said[][] {
  const passages: Said[][] = [];
  for (const said of sentences) {
    const open = passages.at(-1);
    const start = open?.[0]?.span[0] ?? 0;
    if (open && said.span[1] - start <= PASSAGE_CHARACTERS) open.push(said);
    else passages.push([said]);
  }
  return passages;
}

async function sumsOf(
  passage: readonly Said[],
  { bare }: Pick<MeetingView, "bare">,
  encoder: Pick<SentenceEncoder, "encodeTokens">,
): Promise<(Float32Array | null)[]> {
  const [from, to] = [passage[0]?.span[0] ?? 0, passage.at(-1)?.span[1] ?? 0];
  const { tokens, vectors } = await encoder.encodeTokens(bare.slice(from, to));
  return passage.map(({ span }) => {
    const sum = new Float32Array(DIMENSIONS);
    let isKnown = false;
    for (const [index, { start }] of tokens.entries()) {
      if (start + from < span[0] || start + from >= span[1]) continue;
      isKnown = true;
      add(sum, vectors.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS));
    }
    return isKnown ? sum : null;
  });
}

function firstAt(sentences: readonly Said[], position: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.span[0] ?? position) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(sum: Float32Array, own: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (own[at] ?? 0);
}

function unit(sum: Float32Array): Float32Array {
  let square = 0;
  for (const value of sum) square += value * value;
  const size = Math.sqrt(square) || 1;
  return sum.map((value) => value / size);
}
