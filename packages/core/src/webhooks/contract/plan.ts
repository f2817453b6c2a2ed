const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The waits before the second and each later try, by the Standard Webhooks specification. */
export const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** An endpoint that has failed for so long is paused. */
export const PAUSED_AFTER_MS = 5 * DAY;
/** An endpoint that fails is asked no more often than this. */
export const REST_MS = 5 * SECOND;
const JITTER = 0.2;

/** Returns the wait before the next try in milliseconds, or null if there is none. `chance` is from 0 to 1. */
export function waitAfter(
  tries: number,
  { retryAfterSeconds, chance }: { retryAfterSeconds: number | null; chance: number },
): number | null {
  const planned = WAITS[tries - 1];
  if (planned === undefined) return null;
  const asked = Math.min((retryAfterSeconds ?? 0) * SECOND, DAY);
  return Math.max(planned, asked) * (1 + JITTER * chance);
}
