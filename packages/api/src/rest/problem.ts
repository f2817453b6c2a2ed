import { AppError, type ErrorCode } from "@besunny/core/errors";

export const problemStatus: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  STEP_UP_NEEDED: 403,
  SECOND_FACTOR_NEEDED: 401,
  NOT_FOUND: 404,
  INVALID_INPUT: 422,
  CONFLICT: 409,
  CONFIRMATION_NEEDED: 409,
  DUPLICATE: 409,
  UNSUPPORTED_TYPE: 415,
  TOO_LARGE: 413,
  ENCRYPTED: 422,
  CORRUPT: 422,
  EMPTY: 422,
  NO_TRANSCRIPTION: 422,
  QUOTA_EXCEEDED: 429,
  STORAGE_FULL: 507,
  RATE_LIMITED: 429,
  PROVIDER_UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL: 500,
};

/** A failure as `application/problem+json` (RFC 9457). What is no `AppError` shows nothing of its inside. */
export function problem(
  error: unknown,
  traceId: string,
  { status, headers }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const body = problemBody(error, traceId);
  const sent = status ?? body.status;
  const retryAfterSeconds = error instanceof AppError ? error.retryAfterSeconds : undefined;
  return new Response(JSON.stringify({ ...body, status: sent }), {
    status: sent,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      "x-trace-id": traceId,
      ...(retryAfterSeconds && { "Retry-After": String(Math.ceil(retryAfterSeconds)) }),
      ...(sent === 401 && { "www-authenticate": 'Bearer realm="BeSunny"' }),
    },
  });
}

export function problemBody(error: unknown, traceId: string) {
  const known =
    error instanceof AppError
      ? error
      : new AppError("INTERNAL", "Something went wrong inside BeSunny");
  const { code, message, hint, errors } = known;
  return {
    type: `urn:besunny:problem:${code.toLowerCase().replaceAll("_", "-")}`,
    title: titleOf(code),
    status: problemStatus[code],
    code,
    detail: message,
    hint: hint ?? null,
    traceId,
    ...(errors && { errors }),
  };
}

function titleOf(code: ErrorCode): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
