import type { SkipReason } from "./source-words";

/** The failures of a source. Adapters throw these and nothing else. */
export const sourceFailures = [
  "throttled",
  "cursor-lost",
  "reconnect-needed",
  "scope-missing",
  "item-gone",
  "item-forbidden",
  "root-gone",
  "not-fetchable",
  "provider-down",
  "refused",
] as const;
export type SourceFailureKind = (typeof sourceFailures)[number];

type Details = {
  throttled: { until: Date; scope: "account" | "app" };
  "cursor-lost": { freshCursor: string | null };
  "reconnect-needed": {
    reason: "expired" | "revoked" | "testing-ended" | "password-changed" | "consent";
  };
  "scope-missing": { scope: string };
  "item-gone": object;
  "item-forbidden": object;
  "root-gone": object;
  "not-fetchable": { skip: SkipReason };
  "provider-down": object;
  refused: { code: string };
};

/** A failure at a source. `message` says what happened in words for people, and holds no token. */
export class SourceFailure<Kind extends SourceFailureKind = SourceFailureKind> extends Error {
  override readonly name = "SourceFailure";
  readonly kind: Kind;
  readonly details: Details[Kind];

  constructor(kind: Kind, message: string, details: Details[Kind]) {
    super(message);
    this.kind = kind;
    this.details = details;
  }
}

/** Returns whether the error is a failure of this kind. */
export function isFailure<Kind extends SourceFailureKind>(
  error: unknown,
  kind: Kind,
): error is SourceFailure<Kind> {
  return error instanceof SourceFailure && error.kind === kind;
}
