import type { IdentityContext } from "../../context";
import { AppError } from "../../errors";

type Limit = { key: string; most: number; windowSeconds: number };

/** Counts an attempt. Throws `RATE_LIMITED` with the seconds to wait if there were too many. */
export async function limitAttempts(ctx: IdentityContext, limit: Limit): Promise<void> {
  const retryAfterSeconds = await countAttempt(ctx, limit);
  if (retryAfterSeconds !== null) throw tooManyAttempts(retryAfterSeconds);
}

/** Counts an attempt. Returns the seconds until the next is allowed if there were too many, else null. */
export async function countAttempt(
  { db, clock }: IdentityContext,
  { key, most, windowSeconds }: Limit,
): Promise<number | null> {
  const now = clock();
  const { count, resetsAt } = await db.identity.attempts.add(key, windowSeconds, now);
  if (count <= most) return null;
  return Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
}

export function tooManyAttempts(retryAfterSeconds: number): AppError {
  return new AppError("RATE_LIMITED", "Too many attempts", {
    hint: `Wait ${inWords(retryAfterSeconds)} and try again.`,
    retryAfterSeconds,
  });
}

function inWords(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
