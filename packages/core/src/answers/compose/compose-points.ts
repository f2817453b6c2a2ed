import type { MeetingPoint } from "../find/find-points";
import type { MeetingPart } from "../question/meeting-patterns";
import { markers } from "./citer";
import { quote } from "./field-phrases";
import { formatDay, plain } from "./format";

type Language = "en" | "de";

/** A decision or an action with the numbers of the citations that prove it, and of the place that contradicts it. */
export type CitedPoint = MeetingPoint & { sources: number[]; contrary: number[] };

/** Returns an answer with a line for each decision or action. `more` is how many others there are. */
export function composePoints(
  part: MeetingPart,
  points: readonly CitedPoint[],
  more: number,
  language: Language,
): string {
  const line = part === "decisions" ? decisionLine : actionLine;
  const lines = points.map((point) => `${line(point, language)}.`);
  return [...lines, ...(more > 0 ? [moreLine(part, more, points.length, language)] : [])].join(
    "\n",
  );
}

function decisionLine(point: CitedPoint, language: Language): string {
  const { day, who, text, sources, state, isConfirmed } = point;
  const said = [day && formatDay(day, language), who].filter(Boolean).join(", ");
  return [
    `${said ? `${said}: ` : ""}${plain(text)}${markers(sources)}`,
    ...(isConfirmed ? [] : [unconfirmed[language]]),
    ...(state === "reopened" ? [reopened(point, language)] : []),
    ...(state === "replaced" ? [replaced[language]] : []),
  ].join("; ");
}

function actionLine(point: CitedPoint, language: Language): string {
  const { who, text, due, sources, state } = point;
  return [
    `${who ?? nobody[language]}: ${plain(text)}${markers(sources)}`,
    due ? `${dueBy[language]} ${formatDay(due, language)}` : noDay[language],
    ...saidOn(point, language),
    ...(state === "draft" ? [unconfirmed[language]] : []),
    ...(state === "done" ? [finished[language]] : []),
  ].join("; ");
}

function saidOn({ day, evidence }: CitedPoint, language: Language): string[] {
  const speaker = evidence?.at.speaker;
  if (!day) return speaker ? [`${{ en: "said by", de: "gesagt von" }[language]} ${speaker}`] : [];
  const on = formatDay(day, language);
  const by = speaker ? { en: ` by ${speaker}`, de: ` von ${speaker}` }[language] : "";
  return [{ en: `said on ${on}${by}`, de: `gesagt am ${on}${by}` }[language]];
}

function reopened({ against, contrary }: CitedPoint, language: Language): string {
  if (!against) return { en: "reopened", de: "wieder offen" }[language];
  const title = quote(against.title, language);
  const words = quote(plain(against.quote), language);
  return {
    en: `reopened, since ${title} says ${words}${markers(contrary)}`,
    de: `wieder offen, denn in ${title} steht ${words}${markers(contrary)}`,
  }[language];
}

function moreLine(part: MeetingPart, count: number, shown: number, language: Language): string {
  const isOne = count === 1;
  if (language === "de") {
    const names = { decisions: ["Beschluss", "Beschlüsse"], actions: ["Aufgabe", "Aufgaben"] }[
      part
    ];
    const further = isOne && part === "decisions" ? "weiterer " : "weitere ";
    const what = `${shown > 0 ? further : ""}${names[isOne ? 0 : 1]}`;
    return `${count} ${what} ${isOne ? "steht" : "stehen"} in der Liste der ${names[1]}.`;
  }
  const what = `${shown > 0 ? "more " : ""}${isOne ? part.slice(0, -1) : part}`;
  return `${count} ${what} ${isOne ? "is" : "are"} in the list of ${part}.`;
}

const unconfirmed = { en: "not confirmed yet", de: "noch nicht bestätigt" };
const replaced = { en: "replaced since", de: "inzwischen ersetzt" };
const finished = { en: "done", de: "erledigt" };
const nobody = { en: "Nobody named", de: "Niemand genannt" };
const noDay = { en: "no day named", de: "kein Tag genannt" };
const dueBy = { en: "due", de: "fällig am" };
