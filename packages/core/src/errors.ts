/** The codes of errors that a caller can get, a closed list. Doors translate the code; people see the message and the hint. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID_INPUT",
  "CONFLICT",
  "CONFIRMATION_NEEDED",
  "DUPLICATE",
  "UNSUPPORTED_TYPE",
  "TOO_LARGE",
  "ENCRYPTED",
  "CORRUPT",
  "EMPTY",
  "NO_TRANSCRIPTION",
  "QUOTA_EXCEEDED",
  "STORAGE_FULL",
  "RATE_LIMITED",
  "PROVIDER_UNAVAILABLE",
  "TIMEOUT",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type FieldError = { path: string; message: string };

type Details = ErrorOptions & {
  /** Advice for the person: what to do about the error. */
  hint?: string;
  errors?: FieldError[];
  retryAfterSeconds?: number;
};

/** A failure the caller can understand and act on. Anything else thrown is a bug. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details);
    this.code = code;
    this.hint = details.hint;
    this.errors = details.errors;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

export function notFound(what: string, id: string): never {
  throw new AppError("NOT_FOUND", `${what} ${id} does not exist, or you may not see it`);
}

export function forbidden(action: string): never {
  throw new AppError("FORBIDDEN", `Your role does not allow ${action}`, {
    hint: "Ask an owner or admin of the workspace.",
  });
}

export function outOfScope(action: string, scope: string): never {
  throw new AppError("FORBIDDEN", `This API key does not allow ${action}`, {
    hint: `Use a key that has the scope “${scope}”, or sign in.`,
  });
}

export function readOnly(): never {
  throw new AppError("FORBIDDEN", "This workspace is read only, because a payment is missing", {
    hint: "Everything can be read, exported and deleted. An owner can settle the payment in the settings, under “Plan and usage”.",
  });
}

/** Returns the refusal of who was suspended, or whose workspace was. */
export function suspended(message: string): AppError {
  return new AppError("FORBIDDEN", message, { hint: "Ask the people who run BeSunny." });
}

export function conflict(message: string, hint?: string): never {
  throw new AppError("CONFLICT", message, { ...(hint && { hint }) });
}

export function invalidInput(message: string, errors?: FieldError[]): never {
  throw new AppError("INVALID_INPUT", message, { ...(errors && { errors }) });
}

export function unauthenticated(message = "Sign in to go on"): never {
  throw new AppError("UNAUTHENTICATED", message);
}
