/** The kinds of calls to models that run outside of BeSunny. */
export type OutsideCallKind =
  | "chat"
  | "answer"
  | "embedding"
  | "batch"
  | "tuning"
  | "transcription";

/** The parties that a call is made for, and the work that it is part of. Budgets and the ledger count by these. */
export type CallScope = {
  workspaceId: string;
  /** The projects of the document, or the one that a question is about. */
  projectIds: readonly string[];
  documentId: string | null;
  userId: string | null;
  apiKeyId: string | null;
  /** The name of the operation that asks, such as `answers.ask-question`. */
  operation: string;
  traceId: string;
};

/** A model of a provider. `server` is the base URL that is called. */
export type OutsideModel = { server: string; model: string };

/** Texts before they leave. */
export type OutgoingTexts = {
  scope: CallScope;
  to: OutsideModel;
  kind: OutsideCallKind;
  texts: readonly string[];
};

/** Texts that may leave, in the order of those that were given. */
export type RedactedTexts = {
  texts: string[];
  /** The number of replaced details of each kind. */
  replaced: Record<string, number>;
  /** Returns a text of the model with the details that its tokens stand for. A text without tokens is returned as it is. */
  restore(text: string): string;
};

/** Replaces what may not leave. Rejects with `RedactionRefused` if it cannot vouch for the texts. */
export type Redact = (
  given: OutgoingTexts,
  signal?: AbortSignal | undefined,
) => Promise<RedactedTexts>;

/** Thrown if texts may not be sent, with a sentence for people that says what to do. */
export class RedactionRefused extends Error {
  override readonly name = "RedactionRefused";
}
