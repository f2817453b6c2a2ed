import type { KeptDocument, TypeDefinition, TypeGuess } from "@besunny/ai/ai";
import { z } from "zod";

import { Candidates } from "../../understanding/contract/statements";

const Guess = z.object({
  name: z.string().nullable(),
  confidence: z.number().nullable(),
  candidates: Candidates,
});

type Row = {
  documentId: string;
  features: { version: string; values: Uint8Array; excerpt: string; guess?: unknown } | null;
  candidates: unknown;
};

/** The confidence from which on the candidates of an old result stand for the shipped model's answer. */
const NAMED = 0.5;

/**
 * Returns a document as releases are tried on it. Of documents that were read before the shipped model's own answer was kept, the candidates
 * of their last result stand in for it.
 */
export function keptOf(
  { documentId, features, candidates }: Row,
  { text = "", projectIds = [] }: { text?: string; projectIds?: readonly string[] } = {},
): KeptDocument {
  const { guess, ...own } = features ?? { guess: null };
  return {
    documentId,
    features: features && "version" in own ? own : null,
    guess: Guess.safeParse(guess).data ?? guessFrom(candidates),
    text,
    projectIds,
  };
}

function guessFrom(given: unknown): TypeGuess {
  const candidates = Candidates.safeParse(given).data ?? [];
  const known = candidates.map(({ name, confidence }) => ({ name, confidence: confidence ?? 0 }));
  const [best] = known;
  const isNamed = best !== undefined && best.confidence >= NAMED;
  return {
    name: isNamed ? best.name : null,
    confidence: isNamed ? best.confidence : null,
    candidates: known,
  };
}

/** Returns the types with these labelled documents. */
export function withExamples(
  types: readonly { name: string; definition: string; examples: readonly string[] }[],
  labelled: readonly {
    documentId: string;
    value: string;
    features: { version: string; values: Uint8Array; excerpt: string };
  }[],
): TypeDefinition[] {
  const byType = Map.groupBy(labelled, ({ value }) => value);
  return types.map(({ name, definition, examples }) => ({
    name,
    definition,
    examples,
    labelled: (byType.get(name) ?? []).map(({ documentId, features }) => ({
      documentId,
      features: {
        version: features.version,
        values: features.values,
        excerpt: features.excerpt,
      },
    })),
  }));
}
