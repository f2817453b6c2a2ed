import { whenOf } from "./durations";

const serverDelaySeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];

/** Milliseconds before the next try after `attempt` failures (1 = first failure): Inngest's own table, plus up to 30 s of chance. */
export function serverRetryDelay(attempt: number): number {
  const seconds = serverDelaySeconds[Math.min(attempt, serverDelaySeconds.length) - 1] ?? 15;
  return (seconds + Math.random() * 30) * 1000;
}

/** Milliseconds asked for by a `Retry-After` header (seconds or a date), between 1 s and 24 h as on the real server. */
export function retryAfterDelay(header: string, now = Date.now()): number | null {
  const wanted = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : dateOrNull(header, now);
  return wanted === null ? null : Math.min(Math.max(wanted, 1000), 86_400_000);
}

function dateOrNull(text: string, now: number): number | null {
  try {
    const when = whenOf(text);
    return when instanceof Date ? when.getTime() - now : when.seconds * 1000;
  } catch {
    return null;
  }
}
