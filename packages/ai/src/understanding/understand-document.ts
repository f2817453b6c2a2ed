import type { DocumentInput, TypeDefinition, TypeGuess, Understanding } from "../ai";
import { followHeads } from "../heads/follow-heads";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { categorise } from "./categories";
import { viewDocument } from "./document-view";
import type { EncodedText } from "./encoded-text";
import { conventionsOf } from "./entities/conventions";
import { findEntities } from "./entities/find-entities";
import { fieldsToFind } from "./facts/fields-to-find";
import { findFacts } from "./facts/find-facts";
import { documentLanguage } from "./language/document-language";
import { localProducer } from "./local-producer";
import { findDetails, personalDataOf } from "./personal/find-personal-data";
import { findKeyPhrases } from "./phrases/key-phrases";
import { feel } from "./sentiment";
import { outlineOf } from "./summary/outline";
import { summarise } from "./summary/summarise";
import { classifyType } from "./type/classify-type";
import { followExamples } from "./type/nearest";
import { featuresOf } from "./type/nearest-features";

/**
 * Returns everything that the local models find out about a document, and the vectors of the passages that were encoded for it. The calling
 * lane decides when it runs.
 */
export async function understandDocument(
  document: DocumentInput,
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<{ understanding: Understanding; passages: EncodedText["passages"] }> {
  const { language, pageLanguages } = await documentLanguage(document);
  const view = await viewDocument(document, encoder);
  const code = language?.code ?? null;
  const conventions = conventionsOf(document.text, code);
  const details = await findDetails(document.text, conventions);
  const features = featuresOf(view);

  const guess = await classifyType(view, taxonomy, encoder);
  const { type, like, head } = followHeads(followExamples(guess, features, taxonomy), document, {
    features,
    taxonomy,
  });
  const applies = { ...type, name: document.saidType ?? type.name };

  const understanding: Understanding = {
    producedBy: localProducer,
    type,
    like,
    ...(head && { head }),
    features: features && { ...features, guess: guessOf(guess) },
    categories: await categorise(view, encoder),
    keyPhrases: await findKeyPhrases(view, code),
    entities: await findEntities(view, conventions, details),
    personalData: personalDataOf(document.text, details),
    facts: findFacts(document, fieldsToFind(applies, taxonomy), conventions),
    language,
    pageLanguages,
    summary: summarise(view, code),
    outline: outlineOf(view, applies.name),
    sentiment: code === "en" ? feel(view) : null,
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };
  return { understanding, passages: document.passages ? view.passages : [] };
}

/** The part that is kept of the shipped model's own answer, so that it need not be asked again. */
function guessOf({ name, confidence, candidates }: Understanding["type"]): TypeGuess {
  return { name, confidence, candidates };
}
