import { localTime } from "../../local-time";

const MINUTE_MS = 60_000;
const EVENING = 18 * 60;
const DAY_MS = 86_400_000;

/** The choices of a person on briefs. `minutes` is null where none is wanted before a meeting. */
export type BriefWish = { minutes: number | null; isEvening: boolean; zone: string | null };

/**
 * Returns whether a brief is due: so many minutes before a meeting, or from six in the evening before, on the person's clock. A meeting
 * that has begun has none.
 */
export function isDue(beganAt: Date, now: Date, { minutes, isEvening, zone }: BriefWish): boolean {
  if (now >= beganAt) return false;
  if (minutes !== null && now.getTime() >= beganAt.getTime() - minutes * MINUTE_MS) return true;
  if (!isEvening) return false;
  const before = localTime(new Date(beganAt.getTime() - DAY_MS), zone).day;
  const here = localTime(now, zone);
  return here.day > before || (here.day === before && here.minute >= EVENING);
}

/** Returns whether a brief that was made at this moment, such as in the evening, is to be made again shortly before the meeting. */
export function isDueSince(
  beganAt: Date,
  madeAt: Date,
  { minutes }: BriefWish,
  now: Date,
): boolean {
  if (minutes === null || now >= beganAt) return false;
  const mark = new Date(beganAt.getTime() - minutes * MINUTE_MS);
  return now >= mark && madeAt < mark;
}
