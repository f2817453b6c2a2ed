import { SourceFailure, type SourceFailureKind } from "@besunny/connectors/sources/failures";

import { AppError, type ErrorCode } from "../../errors";

const codes: Record<SourceFailureKind, ErrorCode> = {
  throttled: "RATE_LIMITED",
  "cursor-lost": "CONFLICT",
  "reconnect-needed": "CONFLICT",
  "scope-missing": "FORBIDDEN",
  "item-gone": "NOT_FOUND",
  "item-forbidden": "FORBIDDEN",
  "root-gone": "NOT_FOUND",
  "not-fetchable": "UNSUPPORTED_TYPE",
  "provider-down": "PROVIDER_UNAVAILABLE",
  refused: "CONFLICT",
};

const hints: Partial<Record<SourceFailureKind, string>> = {
  "reconnect-needed": "Connect the account again.",
  "scope-missing": "Connect the account again and give this right.",
  throttled: "Wait a little, then try again.",
  "provider-down": "Try again later.",
};

/** Returns a failure at a source as an error that people understand. Other errors stay what they are. */
export function asAppError(error: unknown): unknown {
  if (!(error instanceof SourceFailure)) return error;
  const kind: SourceFailureKind = error.kind;
  const hint = hints[kind];
  return new AppError(codes[kind], error.message, { cause: error, ...(hint && { hint }) });
}
