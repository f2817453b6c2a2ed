import { createHash } from "node:crypto";

/** Returns the next time at which a source is due. Sources are spread over their interval by a hash, so that not all ask at once. */
export function nextDue(sourceId: string, everySeconds: number, now: Date): Date {
  const every = everySeconds * 1000;
  const digest = createHash("sha256").update(sourceId).digest();
  const offset = digest.readUInt32BE(0) % every;
  const passed = Math.floor((now.getTime() - offset) / every) + 1;
  const next = passed * every + offset;
  // A look that has just ended is not followed by another within half of the interval.
  return new Date(next - now.getTime() < every / 2 ? next + every : next);
}

const LONGEST_BACKOFF_MS = 3_600_000;

/** Returns when a source that failed is tried again. */
export function afterFailure(failures: number, now: Date): Date {
  return new Date(
    now.getTime() + Math.min(LONGEST_BACKOFF_MS, 60_000 * 2 ** Math.min(failures, 6)),
  );
}
