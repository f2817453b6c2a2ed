import type { IdentityContext } from "../context";
import { AppError } from "../errors";

type Limit = { key: string; most: number; windowSeconds: number };

/** Counts an attempt and refuses when there were too many, saying when to come back. */
export async function limitAttempts(
  { db, clock }: IdentityContext,
  { key, most, windowSeconds }: Limit,
): Promise<void> {
  const now = clock();
  const { count, resetsAt } = await db.identity.attempts.add(key, windowSeconds, now);
  if (count <= most) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
  throw new AppError("RATE_LIMITED", "Too many attempts", {
    hint: `Wait ${Math.ceil(retryAfterSeconds / 60)} min and try again.`,
    retryAfterSeconds,
  });
}
