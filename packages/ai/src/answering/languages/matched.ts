import { sentencesOfText } from "@besunny/document-model/sentences";
import type { AnswerPassage, Span } from "../../ai";
import type { Reading } from "../reader/reader";
import { fold, formsIn, type Language, languageOfQuestion } from "./gloss";
import { lookOfAnswer } from "./wanted";

/** Words that ask or join in one of the languages, and say nothing of what is asked for. */
const common = new Set(
  (
    "a about all also am an and any are as at be been but by can could did do does for from get give had has have he her his how i if in into is it its long many may me " +
    "much must my no not of often on one or our out over per please say says shall should so some tell than that the their them then there they this to up was we were what when where which who whom whose " +
    "why will with would you your " +
    "aber als am an auch auf aus bei bis bitte da das dass dem den der des die dies diese dieser dieses durch ein eine einem einen einer eines er es fur gibt hat haben hoch ich ihr ihre im in ist kann man mit " +
    "muss mussen nach nicht noch oder pro sein seine sich sie sind soll uber um und uns unser unsere unter viel viele vom von vor wann war waren warum was welche welchem welchen welcher welches wem wen wer werden wessen wie wieviel wieviele " +
    "wir wird wo wurde wurden zu zum zur lange lautet darf durfen gilt " +
    "au aux avec ce ces cette combien comment d dans de des du elle en est et eux il ils je l la le les leur lui mais me mes mon ne nos notre nous on ou par pas peut peut-on pour pourquoi qu quand que quel quelle quelles quels qui quoi " +
    "sa se ses son sont sur t un une va vos votre vous y a ete etre t-il t-elle " +
    "al algo como con cual cuales cuando cuanta cuantas cuanto cuantos de del desde donde e el ella en entre es esta este hay la las lo los mas mi no nos nuestra nuestro o para pero por que quien quienes se si sin sobre son su sus un una y"
  ).split(" "),
);

type Term = { says: RegExp; weight: number };

/** The least share of the words of a question that an answer and the headings above it hold. */
const LEAST_SHARE = 0.75;
/** What a word counts that is only in the headings or the title, or in the sentence before. */
const ABOVE = 0.9;
const BEFORE = 0.6;
const LONG = 320;
const SURE = 0.9;

/**
 * Reads passages by the words of the question, in whatever language either is. A passage answers if a sentence holds what the question asks
 * for, and nearly all of its words are in the sentence, above it or just before it.
 */
export function matchedAnswers(
  question: string,
  passages: readonly AnswerPassage[],
): (Reading | null)[] {
  const language = languageOfQuestion(question);
  const looks = lookOfAnswer(question);
  const terms = termsOf(question, language);
  if (terms.length === 0 || !looks) return passages.map(() => null);
  return passages.map((passage) => bestIn(passage, terms, looks));
}

function termsOf(question: string, language: Language): Term[] {
  return formsIn(question, language)
    .filter(({ text }) => !wordsIn(text).every((word) => common.has(word)))
    .map(({ text, forms }) => ({
      says: new RegExp(forms.map(patternOf).join("|"), "u"),
      weight: /^\p{Lu}{2}|\p{N}/u.test(text) || text.length > 6 ? 1.5 : 1,
    }));
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A form may end differently in a text; one of two or three letters may not. */
function patternOf(form: string): string {
  const isWhole = form.length < 4 || /\d/.test(form);
  const stem = form.length > 5 && !isWhole ? form.slice(0, Math.max(4, form.length - 2)) : form;
  const pattern = stem.replaceAll(/[^\p{L}\p{N} ]/gu, "\\$&").replaceAll(" ", "[^\\p{L}\\p{N}]+");
  return `(?<![\\p{L}\\p{N}])${pattern}${isWhole ? "" : "\\p{L}{0,4}"}(?![\\p{L}\\p{N}])`;
}

function bestIn(passage: AnswerPassage, terms: readonly Term[], looks: RegExp): Reading | null {
  const above = fold([passage.title, ...passage.headingPath].join(" ").replaceAll(/[_.-]/g, " "));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  let best: Reading | null = null;
  let before = "";
  for (const [start, end] of sentencesOfText(passage.text)) {
    const sentence = folded(passage.text.slice(start, end));
    const own = terms.filter((term) => placeOf(sentence.text, term) >= 0);
    const share =
      terms.reduce((sum, term) => sum + term.weight * held(term, own, above, before), 0) / total;
    before = sentence.text;
    if (own.length === 0 || share < LEAST_SHARE || end - start > LONG) continue;
    const places = own.map((term) => placeOf(sentence.text, term));
    const found = nearestTo(sentence.text, looks, places);
    if (!found) continue;
    const score = SURE * share ** 2;
    if (best && best.score >= score) continue;
    const span: Span = [start + sentence.at(found[0]), start + sentence.at(found[1])];
    best = { span, sentence: [start, end], score };
  }
  return best;
}

function held(term: Term, own: readonly Term[], above: string, before: string): number {
  if (own.includes(term)) return 1;
  if (placeOf(above, term) >= 0) return ABOVE;
  return placeOf(before, term) >= 0 ? BEFORE : 0;
}

/** Returns where a text holds a form of a term; -1 if it does not. */
function placeOf(text: string, { says }: Term): number {
  return text.search(says);
}

/** Returns the place of what looks like an answer that is nearest after one of the words, else before it. Words that ask are none. */
function nearestTo(text: string, looks: RegExp, places: readonly number[]): Span | null {
  const found = [...text.matchAll(looks)].map(
    ({ index, 0: said }): Span => [index, index + said.trimEnd().length],
  );
  const away = ([from]: Span) =>
    Math.min(...places.map((place) => (from > place ? from - place : 2 * (place - from) + 20)));
  const apart = found.filter(([from]) => !places.includes(from));
  return apart.reduce<Span | null>(
    (best, each) => (!best || away(each) < away(best) ? each : best),
    null,
  );
}

/** Returns a text without case and accents, and a function that gives the place of a character of it in the text. */
function folded(text: string): { text: string; at: (index: number) => number } {
  const places: number[] = [];
  let plain = "";
  let from = 0;
  for (const character of text) {
    const own = fold(character);
    for (let count = 0; count < own.length; count++) places.push(from);
    plain += own;
    from += character.length;
  }
  return { text: plain, at: (index) => places[index] ?? text.length };
}
