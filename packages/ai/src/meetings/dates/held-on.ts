import type { MeetingInput } from "../meeting";
import { fullDates } from "./full-dates";

const compact = /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/** Text before the first words of a person that is longer than this is no head of a transcript. */
const LONGEST_HEAD = 2_000;

/**
 * Returns the day of a meeting as an ISO date: the one that was given. Without one, its title, the name of its file or the head of the transcript
 * may say it. Null if they say none, or more than one.
 */
export function heldOnOf(
  {
    heldOn,
    title,
    fileName = "",
    text,
    turns,
  }: Pick<MeetingInput, "heldOn" | "title" | "fileName" | "text" | "turns">,
  language: string | null,
): string | null {
  if (heldOn !== null) return heldOn;
  const head = text.slice(0, turns[0]?.span[0] ?? 0);
  const places = [title, fileName, head.length > LONGEST_HEAD ? "" : head];
  for (const place of places) {
    const days = new Set(daysIn(place, language));
    if (days.size > 1) return null;
    const [day] = days;
    if (day) return day;
  }
  return null;
}

function daysIn(place: string, language: string | null): string[] {
  const full = fullDates(place.replaceAll("_", " "), language).map(({ on }) => on);
  if (full.length > 0) return full;
  const [, year, month, day] = compact.exec(place) ?? [];
  return year ? [`${year}-${month}-${day}`] : [];
}
