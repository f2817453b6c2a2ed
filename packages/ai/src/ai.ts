import type { StatedFact } from "@besunny/document-model/parsed-document";
import type { PlacedText } from "@besunny/document-model/placed-text";
import type { Rung } from "@besunny/document-model/rungs";
import type { PersonalDataKind } from "@besunny/document-model/statements/personal-data-kinds";
import type { TableRead, TablesInput } from "./answering/tables/table-read";
import type {
  HeadRecalibration,
  HeadRecalibrationInput,
  HeadTraining,
  HeadTrainingInput,
  UnlabelledDocument,
} from "./heads/head-training";
import type { TuningExport } from "./hosted/export-tuning";
import type { HostedTuning, TuningExample } from "./hosted/hosted-tuning";
import type { MeetingFindings, MeetingInput } from "./meetings/meeting";
import type { CallScope } from "./outside/outside-call";
import type { Cost, MayLeave, Producer } from "./produced";
import type { KnownDetail } from "./redaction/detail";
import type { RedactionActions } from "./redaction/policy";
import type { Redaction } from "./redaction/redact-texts";
import type { KeptFeatures } from "./understanding/type/kept-features";

export type { Cost, FallbackCause, MayLeave, Producer } from "./produced";

/** Start and end of a quote as UTF-16 offsets in the input text; the end is exclusive. */
export type Span = [start: number, end: number];

/** The kinds of values that a field holds. A period has two dates; a duration is a length of time, such as three years. */
export type FieldKind =
  | "text"
  | "date"
  | "money"
  | "number"
  | "period"
  | "duration"
  | "identifier"
  | "party"
  | "list";

/** A field of a type's card: what somebody would look up in such a document. */
export type FieldDefinition = {
  /** The key of the field in results. It never changes. */
  name: string;
  /** The name that people read. */
  label: string;
  kind: FieldKind;
  /** True if a document may state several values that do not contradict each other. */
  isMany?: boolean;
  /** True if such a document is incomplete without it. */
  isRequired?: boolean;
  /** The meaning of the field, in one sentence. */
  meaning: string;
  /** Words that stand before, above or beside the value, in any language. */
  labels: readonly string[];
  /** The check of a value, besides that of its kind. */
  check?: "iban" | "vat number";
};

/** A type of document that a workspace knows, described well enough to be recognised without training. */
export type TypeDefinition = {
  name: string;
  definition: string;
  /** Invented texts of such documents. */
  examples: readonly string[];
  /** Documents that people gave this type. They count as soon as they are here. */
  labelled?: readonly LabelledDocument[];
  /** The card of the type, in the order in which people read it. Without fields, no facts are looked for. */
  fields?: readonly FieldDefinition[];
} & MayLeave;

/** The numbers of a document that are kept to compare others with it. Only features of one `version` can be compared. */
export type DocumentFeatures = KeptFeatures & {
  /** The answer of the shipped model alone, before labelled documents were compared. */
  guess?: TypeGuess;
};

/** A type with the candidates, best first. `name` is null if the model is not sure enough. */
export type TypeGuess = {
  name: string | null;
  confidence: number | null;
  candidates: { name: string; confidence: number }[];
};

/** The order of the models of a release, and the least confidence of a type. `*` is for all types without their own. */
export type ReleaseRules = {
  rungs: readonly Rung[];
  thresholds: Readonly<Record<string, number>>;
};

/** A document as it is kept, so that a release can be tried on it without reading it again. `text` is only used by heads. */
export type KeptDocument = {
  documentId: string;
  features: DocumentFeatures | null;
  guess: TypeGuess;
  text: string;
  projectIds: readonly string[];
};

/** The answer of a release, its likeliest one also where it says none, and the model that said it. */
export type TypeDecision = {
  name: string | null;
  confidence: number | null;
  likeliest: { name: string; confidence: number } | null;
  rung: Rung | null;
};

/** A model of a workspace's own documents: the bytes of its artefact, and the project that it is for; null for all of the workspace. */
export type HeadBytes = { projectId: string | null; bytes: Uint8Array };

/** Documents, the types of their workspace with labelled documents, and the releases that are compared. */
export type DecideInput = {
  documents: readonly KeptDocument[];
  taxonomy: readonly TypeDefinition[];
  releases: readonly { rules: ReleaseRules; heads: readonly HeadBytes[] }[];
};

/** For each document: the decision of each release, in their order, and the milliseconds that they took together. */
export type DecidedDocument = { documentId: string; decisions: TypeDecision[]; tookMs: number };

/** The models in use, as a release names them. */
export type ModelsInUse = {
  localModel: string;
  promptChecksum: string;
  /** Null without a hosted model. `model` is null until the provider was asked which models it has. */
  provider: { server: string; model: string | null; shutdownDate: string | null } | null;
};
/** A document that a person gave a type. */
export type LabelledDocument = { documentId: string; features: DocumentFeatures } & MayLeave;

/** A labelled document that another is like; `likeness` is 1 for the same words in the same form. */
export type LikeDocument = { documentId: string; type: string; likeness: number };

/** A passage of a document as the index keeps it. `text` is title and headings, then the document's text at `span`. */
export type DocumentPassage = { span: Span; text: string };

/** One parsed document. Spans of blocks are offsets in `text`; pages count from 1. */
export type DocumentInput = {
  title: string;
  fileName: string;
  format: string;
  text: string;
  blocks: readonly { kind: string; level?: number; page: number; span: Span }[];
  pageCount: number;
  /** Width and height of the pages that have a size, in any unit. */
  pages?: readonly { width: number; height: number }[];
  metadata: Record<string, unknown>;
  /** The type that a person gave the document. Facts and outline are those of this type; the models still say which type they see. */
  saidType?: string;
  /** The passages that will be embedded for the index. Local models take all their vectors from these, so each is encoded once. */
  passages?: readonly DocumentPassage[];
  /** Words that stand together on a page, with their places. Absent where the text has no places. */
  pieces?: readonly PlacedText[];
  /** Facts that the file states in fields of its own, as e-invoices do. They go before facts found in the text. */
  statedFacts?: readonly StatedFact[];
  /** True for turns of people who speak, whatever the format. */
  isTranscript?: boolean;
  /** Models of the workspace's own documents, the first to be asked first. Each file was compared with its sha256. */
  heads?: readonly HeadFile[];
} & MayLeave;

/** The file of a model that was trained on a workspace's own documents. */
export type HeadFile = { sha256: string; bytes: Uint8Array };

/** A topic with its evidence. All confidences of an understanding are calibrated, from 0 to 1. */
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
/** A detail of a person or a firm that harms if it becomes public. Names of people are entities and not here. */
export type PersonalDetail = { kind: PersonalDataKind; confidence: number; evidence: Span[] };
/** The checks that a fact can fail: of its value, or of values that belong together. */
export type FactProblem =
  | "ambiguous-date"
  | "invalid-iban"
  | "invalid-vat-number"
  | "sum-mismatch"
  | "before-start";

/**
 * One value of a field. `normalised` is ISO 8601 for dates, periods (`2026-01-01/2027-12-31`) and durations (`P3Y`), `EUR 12.50` for
 * money; absent if the value is not clear. A computed fact follows from others, which its evidence shows. `element` is the path of the
 * field of the file that states the fact, after the name of the attachment that holds it: `a.xml#/Invoice/ID`.
 */
export type Fact = {
  /** The name of the field. */
  name: string;
  label?: string;
  value: string;
  normalised?: string;
  confidence: number;
  evidence: Span[];
  element?: string;
  problems?: FactProblem[];
  /** The document states another value that is as sure. */
  isContradicted?: boolean;
  isComputed?: boolean;
};

/** The sentences of a document that tell one thing which its type asks for. */
export type SummaryPart = {
  part: "parties" | "term" | "money" | "decisions" | "actions";
  sentences: { text: string; evidence: Span[] }[];
};

/** The result of understanding one document. Every evidence span is offsets in the input text. */
export type Understanding = {
  producedBy: Producer;
  /** `name` is null if the model is unsure. `candidates` always has the five likeliest types, best first. */
  type: {
    name: string | null;
    confidence: number | null;
    candidates: { name: string; confidence: number }[];
    evidence: Span[];
  };
  /** The labelled documents that the type follows. If they contradict each other, the type has no name. */
  like: LikeDocument[];
  /** The sha256 of the model of the workspace's own documents that said the type; absent if none did. */
  head?: string;
  /** Null if the document has no words to compare. */
  features: DocumentFeatures | null;
  categories: Category[];
  keyPhrases: KeyPhrase[];
  entities: Entity[];
  /** Found by rules and check digits, with every place, because redaction rests on it. */
  personalData: PersonalDetail[];
  facts: Fact[];
  /** ISO 639-1. Null when the text is too short or too mixed to tell, or its language is not known. */
  language: { code: string; confidence: number } | null;
  /** The pages that have another language than the document. `code` is null if the language of a page with much text is not known. */
  pageLanguages?: { page: number; code: string | null }[];
  /** Three to five sentences in reading order; those of the short form have `isShort`. Local models take them from the text. */
  summary: { text: string; evidence: Span[]; isShort?: boolean }[];
  /** Whole sentences for the things that a reader of such a document looks up first. Empty for most types. */
  outline?: SummaryPart[];
  /** Null if the text holds no opinion or its language is unknown to the model. */
  sentiment: {
    label: "positive" | "neutral" | "negative";
    score: number;
    evidence: Span[];
  } | null;
  cost: Cost;
};

/** A passage to answer from; `n` is its number in the call. */
export type AnswerPassage = {
  n: number;
  documentId: string;
  title: string;
  text: string;
  headingPath: readonly string[];
} & MayLeave;

/** A message that a hosted model was sent. */
export type SentMessage = {
  role: string;
  text: string;
  /** The details behind the tokens in its text, if some were replaced before it left. */
  replaced?: { token: string; stands: string }[];
};

/**
 * The proof of a claim of an answer. `n` is the number of its `[n]` markers, which count from 1 in reading order; `passage` is the `n` of the
 * passage that it quotes. `span` is offsets in that passage's text, and the quote is exactly there. `answer` is the words within the span that
 * answer the question, if they are known.
 */
export type AnswerCitation = {
  n: number;
  passage: number;
  quote: string;
  span: Span;
  answer?: Span;
};

/** The text of the answer as it is written, then one `done` event with the result and its citations. */
export type AnswerEvent =
  | { kind: "text"; text: string }
  | {
      kind: "done";
      found: boolean;
      citations: AnswerCitation[];
      /** The messages that a hosted model was sent, in order; null if none was asked. */
      sent: SentMessage[] | null;
      producedBy: Producer;
      cost: Cost;
    };

/** An earlier turn of the conversation. */
export type AnswerTurn = { question: string; answer: string };

/**
 * A question and the passages that an answer may quote. `retrieve` finds passages for another question, under the
 * rights of the person who asks. Each must have a number of its own, also among `passages`.
 */
export type AnswerInput = {
  question: string;
  passages: readonly AnswerPassage[];
  /** Earlier turns, oldest first, that a follow-up refers to. */
  history?: readonly AnswerTurn[];
  retrieve?: (question: string, signal?: AbortSignal) => Promise<readonly AnswerPassage[]>;
  /** Wishes about the tone and the form of answers. Hosted models alone follow them; they change no rule. */
  instructions?: string;
};

/** A question and the passages that may answer it. */
export type ReadInput = { question: string; passages: readonly AnswerPassage[] };

/**
 * The findings of the answer reader. `answers` has the best exact span of each passage, best first. With each are the sentence around it and the
 * probability that it answers. `noAnswer` is the probability that none of the passages answers. Neither is calibrated on sets of passages.
 */
export type AnswersRead = {
  answers: { n: number; span: Span; sentence: Span; score: number }[];
  noAnswer: number;
};

/** A value as a person wrote it, and the kind of its field. The conventions are those of the document, of which `language` is ISO 639-1. */
export type ValueInput = {
  written: string;
  kind: FieldKind;
  text: string;
  language: string | null;
};

/** Texts that are to leave together, what is done with each kind of detail, and details that are known before they are read. */
export type RedactInput = {
  texts: readonly string[];
  actions: RedactionActions;
  known?: readonly KnownDetail[];
};

/** Work for a hosted model: a document with the likely types, or a question with passages. */
export type MessagesInput =
  | {
      document: DocumentInput;
      taxonomy: readonly TypeDefinition[];
      candidates: readonly { name: string; confidence: number }[];
    }
  | { question: string; passages: readonly AnswerPassage[] };

/** Texts that may leave. `problems` says why some detector could not read them all, as sentences for people. */
export type Redacted = Redaction & { problems: string[] };

/** Everything that BeSunny asks of models. Calls reject with an `AbortError` when their signal is aborted. */
export type Ai = {
  /**
   * Returns the same models, working for these parties; what is not given stays as it was. Calls to models outside of BeSunny need a scope and
   * throw without one. Absent where every model is local.
   */
  as?(scope: Partial<CallScope>): Ai;
  /** Length of the vectors of `embed`. */
  dimensions: number;
  /** Name and release of the embedding model. An index that was built with another model cannot be used. */
  embeddingModel: string;
  /** Returns one unit vector for each text of documents, in order. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** Returns the unit vector of what a person looks for, to compare with those of `embed`. */
  embedQuestion(question: string, signal?: AbortSignal): Promise<Float32Array>;
  /** The types and labelled documents are one workspace's; nothing is remembered of them. */
  understand(
    input: DocumentInput,
    taxonomy: readonly TypeDefinition[],
    signal?: AbortSignal,
  ): Promise<Understanding>;
  /** Returns what is found out about a meeting: rules and local models always, and what a hosted model adds to them. */
  understandMeeting(input: MeetingInput, signal?: AbortSignal): Promise<MeetingFindings>;
  /** The version of the features that `understand` compares. */
  featuresVersion: string;
  /** Returns the meaning that is kept in features, as a unit vector; null if they are of another version. */
  meaningOf(features: DocumentFeatures): Float32Array | null;
  /** Says what releases say of documents that were read before, by local models alone. */
  decideTypes(input: DecideInput, signal?: AbortSignal): Promise<DecidedDocument[]>;
  modelsInUse(): ModelsInUse;
  /** Makes the features of a document again, if those that were kept are of another version. */
  features(input: DocumentInput, signal?: AbortSignal): Promise<DocumentFeatures | null>;
  /** Trains a model on labelled documents, or says what is missing. The same input makes the same model. Always by local models. */
  trainHead(input: HeadTrainingInput, signal?: AbortSignal): Promise<HeadTraining>;
  /** Fits the confidences of a trained model to newer labels, or returns null if there are too few. Always by local models. */
  recalibrateHead(
    input: HeadRecalibrationInput,
    signal?: AbortSignal,
  ): Promise<HeadRecalibration | null>;
  /** Returns the tuning of a hosted model, or null where the operator named none. Absent where every model is local. */
  tuning?(): HostedTuning | null;
  /** Returns labelled documents as files for a trainer elsewhere. Sends nothing; the texts are as they may leave. */
  exportTuning(examples: readonly TuningExample[], now: Date): Promise<TuningExport>;
  /** Returns the ids of the documents whose labels would teach the most, best first. */
  mostHelpful(
    documents: readonly UnlabelledDocument[],
    most: number,
    signal?: AbortSignal,
  ): Promise<string[]>;
  /** Returns groups of documents that mean the same, the largest first, each with its most typical document first. */
  groupAlike(
    documents: readonly { documentId: string; features: DocumentFeatures }[],
    signal?: AbortSignal,
  ): Promise<string[][]>;
  /** Returns the normal form of a value, as `Fact` has it. A name has none, and no value that is not clear. */
  readValue(input: ValueInput): Promise<{ normalised?: string }>;
  answer(input: AnswerInput, signal?: AbortSignal): AsyncIterable<AnswerEvent>;
  /** Finds the words of each passage that answer a question best, and tells how likely it is that none does. Always by local models. */
  readAnswers(input: ReadInput, signal?: AbortSignal): Promise<AnswersRead>;
  /** Finds the cells of tables that answer a question; null if none do. */
  readTables(input: TablesInput, signal?: AbortSignal): Promise<TableRead | null>;
  /** Puts tokens in the place of details. Always by local models: the texts do not leave for it. */
  redact(input: RedactInput, signal?: AbortSignal): Promise<Redacted>;
  /** Returns the messages with which a hosted model would be asked, before anything in them is replaced. Sends nothing. */
  messagesFor(input: MessagesInput): Promise<SentMessage[]>;
  /**
   * Returns why no hosted model works, or that the model ends soon, as a sentence for people. Returns null if all is well or no hosted
   * model is set up.
   */
  problem(): string | null;
  /** Loads the models, so that the first call need not wait for them. */
  warm(): Promise<void>;
  close(): Promise<void>;
};
