import { AppError } from "@besunny/core/errors";

import { WINDOW_SECONDS } from "./leases";

/** The bucket that is empty, for the `RateLimit` headers of the refusal. */
export class TooManyRequests extends AppError {
  readonly rateLimit: string;
  readonly policy: string | null;

  constructor(
    bucket: string,
    seconds: number,
    {
      message = "Too many requests",
      hint = "",
      quota,
    }: { message?: string; hint?: string; quota?: number } = {},
  ) {
    super("RATE_LIMITED", message, {
      hint: hint || `Wait ${seconds} s and try again.`,
      retryAfterSeconds: seconds,
    });
    this.rateLimit = `"${bucket}";r=0;t=${seconds}`;
    this.policy = quota === undefined ? null : policyOf(bucket, quota);
  }
}

export function policyOf(bucket: string, quota: number): string {
  return `"${bucket}";q=${quota};w=${WINDOW_SECONDS}`;
}

/** Returns the headers that say why a request was refused; none if no limit was the reason. */
export function headersOfRefusal(error: unknown): Record<string, string> {
  if (!(error instanceof AppError)) return {};
  const { retryAfterSeconds } = error;
  return {
    ...(retryAfterSeconds !== undefined && {
      "Retry-After": String(Math.max(1, Math.ceil(retryAfterSeconds))),
    }),
    ...(error instanceof TooManyRequests && { RateLimit: error.rateLimit }),
    ...(error instanceof TooManyRequests &&
      error.policy !== null && { "RateLimit-Policy": error.policy }),
  };
}
