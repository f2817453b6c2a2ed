import { isNamedKind } from "@besunny/document-model/statements/entity-key";
import type { DocumentInput, Entity, Span, TypeDefinition, Understanding } from "../ai";
import { mergeNames } from "../understanding/entities/merge-names";
import { fieldsToFind } from "../understanding/facts/fields-to-find";
import { topics } from "../understanding/topics";
import { isTwin } from "../understanding/type/nearest";
import { hostedFacts } from "./hosted-facts";
import { locateQuote } from "./locate-quote";
import type { DocumentReading } from "./understanding-schema";

const CERTAIN = 0.6;
const CANDIDATES = 5;

type Given = { document: DocumentInput; taxonomy: readonly TypeDefinition[]; local: Understanding };
type Evidenced = Omit<Understanding, "producedBy" | "cost">;

/**
 * Keeps the parts of a model's reading that the document proves: a statement whose quote is not in the text is dropped. Dates, sums and
 * numbers come from the validators, which need no model.
 */
export function evidenced(
  reading: DocumentReading,
  { document, taxonomy, local }: Given,
): Evidenced {
  const at = (quote: string): Span[] => {
    const span = locateQuote(document.text, quote);
    return span ? [span] : [];
  };
  const isTopic = (name: string) => topics.some((topic) => topic.name === name);

  // People's word on the same kind of paper, and what was learned from it, go before what a model reads in it.
  const isTaught = local.head !== undefined || local.like.some(isTwin);
  const type = isTaught ? local.type : typeOf(reading, taxonomy, at);

  return {
    type,
    like: local.like.filter(isTwin),
    ...(local.head && { head: local.head }),
    features: local.features,
    categories: reading.categories
      .filter(({ name }) => isTopic(name))
      .map(({ name, confidence, quote }) => ({
        name,
        confidence: unit(confidence),
        evidence: at(quote),
      }))
      .filter(proven),
    keyPhrases: reading.keyPhrases
      .map(({ text, score }) => ({ text, score: unit(score), evidence: at(text) }))
      .filter(proven),
    entities: mergeNames([
      ...local.entities.filter(({ kind }) => !isNamedKind(kind)),
      ...names(reading, at),
    ]),
    personalData: local.personalData,
    facts: hostedFacts(reading, {
      document,
      fields: fieldsToFind({ ...type, name: document.saidType ?? type.name }, taxonomy),
      language: local.language?.code ?? null,
    }),
    language: local.language ?? languageOf(reading.language),
    pageLanguages: local.pageLanguages ?? [],
    summary: reading.summary
      .map(({ sentence, quotes }) => ({ text: sentence, evidence: quotes.flatMap(at) }))
      .filter(proven),
    outline: local.outline ?? [],
    sentiment: sentimentOf(reading, at),
  };
}

function typeOf(
  { type }: DocumentReading,
  taxonomy: readonly TypeDefinition[],
  at: (quote: string) => Span[],
): Understanding["type"] {
  const isKnown = (name: string) => taxonomy.some((each) => each.name === name);
  const candidates = [
    ...(type.name ? [{ name: type.name, confidence: type.confidence }] : []),
    ...type.candidates,
  ]
    .filter(
      ({ name }, index, all) =>
        isKnown(name) && all.findIndex((other) => other.name === name) === index,
    )
    .map(({ name, confidence }) => ({ name, confidence: unit(confidence) }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES);
  const isSure = type.name !== null && isKnown(type.name) && type.confidence >= CERTAIN;
  if (!isSure) return { name: null, confidence: null, candidates, evidence: [] };
  return {
    name: type.name,
    confidence: unit(type.confidence),
    candidates,
    evidence: at(type.quote),
  };
}

function names({ names }: DocumentReading, at: (quote: string) => Span[]): Entity[] {
  return names
    .map(({ kind, text, confidence }) => ({
      kind,
      text,
      confidence: unit(confidence),
      evidence: at(text),
    }))
    .filter(proven);
}

function sentimentOf(
  { sentiment }: DocumentReading,
  at: (quote: string) => Span[],
): Understanding["sentiment"] {
  if (!sentiment) return null;
  const evidence = at(sentiment.quote);
  const score = Math.max(-1, Math.min(1, sentiment.score));
  return evidence.length > 0 ? { label: sentiment.label, score, evidence } : null;
}

function languageOf(code: string | null): Understanding["language"] {
  return code && /^[a-z]{2}$/.test(code) ? { code, confidence: 0.9 } : null;
}

function proven({ evidence }: { evidence: Span[] }): boolean {
  return evidence.length > 0;
}

function unit(value: number): number {
  return Math.max(0, Math.min(1, value));
}
