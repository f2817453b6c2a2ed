import type { DayRange } from "../question/dates";
import type { AskedOfMeetings } from "../question/of-meetings";
import { isSameWord, wordsOf } from "../question/words";
import type { MeetingPoint } from "./find-points";

const SHORTEST_STEM = 4;

/** Returns the decisions or actions that a question asks for: decisions from the latest, actions from the one that is due first. */
export function choosePoints(
  { part, isMine, by, words, days, due }: AskedOfMeetings,
  points: readonly MeetingPoint[],
): MeetingPoint[] {
  const known = points.flatMap(({ who }) => wordsOf(who ?? ""));
  const named = words.filter(({ word, mayName }) => mayName && isNamed(word, known));
  const people = [...by, ...named.map(({ word }) => word)];
  const subjects = words.filter((each) => !named.includes(each)).map(({ word }) => word);
  const chosen = points.filter((point) => {
    const name = wordsOf(point.who ?? "");
    const content = wordsOf(point.content);
    return (
      (!isMine || point.isMine) &&
      people.every((word) => isNamed(word, name)) &&
      isWithin(point.day, days) &&
      isWithin(point.due, due) &&
      subjects.every((word) => content.some((each) => isSame(word, each)))
    );
  });
  return part === "decisions"
    ? chosen.toSorted((a, b) => (b.day ?? "").localeCompare(a.day ?? ""))
    : chosen.toSorted((a, b) => (a.due ?? "9999-99").localeCompare(b.due ?? "9999-99"));
}

/** German has "Annas Aufgaben". */
function isNamed(word: string, name: readonly string[]): boolean {
  return name.some((each) => each === word || `${each}s` === word);
}

function isWithin(day: string | null, days: DayRange | null): boolean {
  return days === null || (day !== null && day >= days.from && day < days.to);
}

/** "Schickt" and "schicke" are forms of one verb. */
function isSame(one: string, other: string): boolean {
  return isSameWord(one, other) || stemOf(one) === stemOf(other);
}

function stemOf(word: string): string {
  const stem = word.replace(/(?:en|et|st|te|ed|ing|es|e|t|s|n)$/, "");
  return stem.length >= SHORTEST_STEM ? stem : word;
}
