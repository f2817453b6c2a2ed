import type { NamedKind } from "@besunny/document-model/statements/entity-key";
import type { EncodedTokens } from "../../minilm/sentence-encoder";
import { candidateStretches } from "./candidates";
import { decode, type Scored } from "./decode";
import { features } from "./features";
import { hashOf } from "./hash";
import type { KnownNames } from "./known-names";
import { LABELS } from "./labels";
import { addScores, rowOf, type TaggerModel } from "./model";
import { wordVectors } from "./word-vectors";
import type { Word } from "./words";

export type TaggedSentence = {
  words: readonly Word[];
  /** The word pieces of the sentence, for a tagger that reads their vectors. */
  tokens: Pick<EncodedTokens, "tokens" | "inner"> | null;
};

export type Tagged = { kind: NamedKind; from: number; to: number; confidence: number };

export type Tagger = {
  needsTokens: boolean;
  thresholds: Readonly<Record<string, number>>;
  /** Returns the names of each sentence of a document, also the unsure ones. */
  tag(sentences: readonly TaggedSentence[]): Tagged[][];
};

export function tagger(model: TaggerModel, known: KnownNames): Tagger {
  return {
    needsTokens: model.hidden > 0,
    thresholds: model.thresholds,
    tag(sentences) {
      const scored = sentences.map((sentence) => scoredSentence(sentence, model, known));
      return decode(scored, model.steps).map((names) =>
        names.map(({ name, confidence }) => ({ ...name, confidence })),
      );
    },
  };
}

function scoredSentence(
  { words, tokens }: TaggedSentence,
  model: TaggerModel,
  known: KnownNames,
): Scored {
  const stretches = candidateStretches(words);
  const found = features(words, stretches, known);
  const vectors = tokens && model.hidden > 0 ? wordVectors(words, stretches, tokens) : null;
  let next = 0;
  return {
    words: words.map(({ text }) => text.toLowerCase()),
    stretches: stretches.map(([from, to]) => {
      const scores = new Float32Array((to - from) * LABELS);
      for (let index = from; index < to; index++, next++) {
        const rows = (found[next] ?? [])
          .map((feature) => rowOf(model, hashOf(feature)))
          .filter((row) => row >= 0);
        const vector = vectors?.[next] ?? null;
        addScores(model, { rows, vector }, scores, (index - from) * LABELS);
      }
      return { range: [from, to], scores };
    }),
  };
}
