/** Start and end, UTF-16 offsets, end exclusive, in the text that was given. */
export type Span = [start: number, end: number];

/** Who made a statement: `local` are the models that ship with BeSunny, `release` is their data's version. */
export type Producer = {
  kind: "local" | "openai";
  model: string;
  release: string;
  /** Where local models did the work of a hosted one: why, as a sentence for people. */
  fallbackReason?: string;
};

/** A type of document that a workspace knows, described well enough to be recognised without training. */
export type TypeDefinition = { name: string; definition: string; examples: readonly string[] };

/** One read document. Spans of blocks are offsets in `text`; pages count from 1. */
export type DocumentInput = {
  title: string;
  fileName: string;
  format: string;
  text: string;
  blocks: readonly { kind: string; level?: number; page: number; span: Span }[];
  pageCount: number;
  metadata: Record<string, unknown>;
};

/** What a type, a category, an entity or a fact is claimed to be. Confidences are calibrated, from 0 to 1. */
export type Category = { name: string; confidence: number; evidence: Span[] };
export type KeyPhrase = { text: string; score: number; evidence: Span[] };
export type EntityKind =
  | "person"
  | "organisation"
  | "place"
  | "date"
  | "money"
  | "email"
  | "phone"
  | "iban"
  | "url"
  | "percent"
  | "identifier";
/** `normalised` is ISO 8601 for dates, `EUR 12.50` for money, E.164 for phones, compact for IBANs. */
export type Entity = {
  kind: EntityKind;
  text: string;
  normalised?: string;
  confidence: number;
  evidence: Span[];
};
export type Fact = { name: string; value: string; confidence: number; evidence: Span[] };

/**
 * Tokens as the provider counts them, 0 where it does not say; US dollars at list price, null where a price or the tokens are not known.
 * Local models cost nothing, but where they stand in for a hosted model's useless answer, that answer's cost is told.
 */
export type Cost = { inputTokens: number; outputTokens: number; usd: number | null };

/** What was understood of one document. Every evidence span is offsets in the text that was given. */
export type Understanding = {
  producedBy: Producer;
  /** `name` is null when unsure; the five likeliest candidates are always given, best first. */
  type: {
    name: string | null;
    confidence: number | null;
    candidates: { name: string; confidence: number }[];
    evidence: Span[];
  };
  categories: Category[];
  keyPhrases: KeyPhrase[];
  entities: Entity[];
  facts: Fact[];
  /** ISO 639-1. Null when the text is too short or too mixed to tell. */
  language: { code: string; confidence: number } | null;
  /** Sentences in reading order; taken from the text by local models. */
  summary: { text: string; evidence: Span[] }[];
  /** Null when the text holds no opinion or is in a language that the model does not know. */
  sentiment: {
    label: "positive" | "neutral" | "negative";
    score: number;
    evidence: Span[];
  } | null;
  cost: Cost;
};

/** A passage to answer from; `n` is the number that `[n]` markers of the answer refer to. */
export type AnswerPassage = {
  n: number;
  documentId: string;
  title: string;
  text: string;
  headingPath: readonly string[];
};

/** The answer as it is written, then, last, whether one was found and what it rests on. */
export type AnswerEvent =
  | { kind: "text"; text: string }
  | {
      kind: "done";
      found: boolean;
      /** `span` is offsets in the passage's text, and the quote stands there. */
      citations: { n: number; quote: string; span: Span }[];
      producedBy: Producer;
      cost: Cost;
    };

/** The question and the passages that may be quoted. */
export type AnswerInput = { question: string; passages: readonly AnswerPassage[] };

/** Everything that BeSunny asks of models. Calls reject with an `AbortError` when their signal is aborted. */
export type Ai = {
  /** Length of the vectors of `embed`. */
  dimensions: number;
  /** Name and release of the embedding model; an index built with another one is of no use. */
  embeddingModel: string;
  /** Unit vectors, one for each text, in order. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  understand(
    input: DocumentInput,
    taxonomy: readonly TypeDefinition[],
    signal?: AbortSignal,
  ): Promise<Understanding>;
  answer(input: AnswerInput, signal?: AbortSignal): AsyncIterable<AnswerEvent>;
  /** Why a hosted model is not at work, or not for long any more, as a sentence for people; null where nothing is wrong or none is set up. */
  problem(): string | null;
  /** Loads what the first call would have to wait for. */
  warm(): Promise<void>;
  close(): Promise<void>;
};
