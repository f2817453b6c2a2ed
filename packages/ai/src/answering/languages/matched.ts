import { languageOf } from "@besunny/document-model/language";
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
    "aber als am an auch seit auf aus bei bis bitte da das dass dem den der des die dies diese dieser dieses durch ein eine einem einen einer eines er es fur gibt hat haben hoch ich ihr ihre im in ist kann man mit " +
    "frau herr dr mr mrs ms madame monsieur senor senora steht stehen nennt muss mussen nach nicht noch oder pro sein seine sich sie sind soll uber um und uns unser unsere unter viel viele vom von vor wann war waren warum was welche welchem welchen welcher welches wem wen wer werden wessen wie wieviel wieviele " +
    "wir wird wo wurde wurden zu zum zur lange lautet darf durfen gilt " +
    "au aux avec ce ces cette combien comment d dans depuis de des du elle en est et eux il ils je l la le les leur lui mais me mes mon ne nos notre nous on ou par pas peut peut-on pour pourquoi qu quand que quel quelle quelles quels qui quoi " +
    "sa se ses son sont sur t un une va vos votre vous y a ete etre t-il t-elle " +
    "al algo como con cual cuales cuando cuanta cuantas cuanto cuantos de del desde donde e el ella en entre es esta este hay la las lo los mas mi no nos nuestra nuestro o para pero por que quien quienes se si sin sobre son su sus un una y"
  ).split(" "),
);

/**
 * A word of a question, with what says it in a text of its language and in one in English. `isName` is true for a word of no language of the lexicon.
 */
export type Term = {
  text: string;
  says: RegExp;
  inEnglish: RegExp;
  weight: number;
  isName: boolean;
};

/** The least share of the words of a question that an answer and the headings above it hold. */
const LEAST_SHARE = 0.85;
/** The share of a word that is only in the headings or the title, or in the sentence before. */
const ABOVE = 0.9;
const BEFORE = 0.8;
/** The share of a name that only another passage of the document holds. */
const ELSEWHERE = 0.8;
const LONG = 320;
const SURE = 0.9;

/**
 * Reads passages by the words of the question, in whatever language either is. A sentence answers if it holds the kind of thing that is asked
 * for. Nearly all words of the question must be in it, above it or just before it.
 */
export function matchedAnswers(
  question: string,
  passages: readonly AnswerPassage[],
): (Reading | null)[] {
  const language = languageOfQuestion(question);
  const looks = lookOfAnswer(question);
  const terms = termsOf(question, language);
  if (terms.length === 0 || !looks) return passages.map(() => null);
  const ofEnglish = terms.map((term) => ({ ...term, says: term.inEnglish }));
  const documents = Map.groupBy(passages, ({ documentId }) => documentId);
  const texts = new Map(
    [...documents].map(([id, own]) => [id, fold(own.map(({ text }) => text).join(" "))]),
  );
  return passages.map((passage) =>
    bestIn(
      passage,
      languageOf(passage.text) === "en" ? ofEnglish : terms,
      looks,
      texts.get(passage.documentId) ?? "",
    ),
  );
}

/** Returns whether a text is in English; one that is too short to tell counts as English. */
export function isInEnglish(text: string): boolean {
  return (languageOf(text) ?? "en") === "en";
}

/** Returns the words of a question that say what it asks for, as patterns of folded text. */
export function termsOf(question: string, language: Language): Term[] {
  return formsIn(question, language)
    .filter(({ text }) => !wordsIn(text).every((word) => common.has(word)))
    .map(({ text, forms, english }) => ({
      text,
      says: anyOf(forms, language),
      inEnglish: anyOf(english, "en"),
      isName: forms.length === 1,
      weight: /^\p{Lu}{2}|\p{N}/u.test(text) || text.length > 6 ? 1.5 : 1,
    }));
}

function anyOf(forms: readonly string[], language: Language): RegExp {
  return new RegExp(forms.map((form) => patternOf(form, language)).join("|"), "u");
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A form may end differently in a text, one of two or three letters only in s. German umlauts may be written with an e. */
function patternOf(form: string, language: Language): string {
  if (/[^aeiou ]ies$/.test(form) && language === "en")
    return `(?<![\\p{L}\\p{N}])${form.slice(0, -3)}(?:y|ies)(?![\\p{L}\\p{N}])`;
  const isWhole = form.length < 4 || /\d/.test(form);
  const stem = form.length > 5 && !isWhole ? form.slice(0, Math.max(4, form.length - 2)) : form;
  const pattern = stem.replaceAll(/[^\p{L}\p{N} ]/gu, "\\$&").replaceAll(" ", "[^\\p{L}\\p{N}]+");
  const spelled =
    language === "de"
      ? pattern.replaceAll(/([aou])e/g, "$1").replaceAll(/[aou](?![^[]*\])/g, "$&e?")
      : pattern;
  return `(?<![\\p{L}\\p{N}])${spelled}${isWhole ? "s?" : "\\p{L}{0,4}"}(?![\\p{L}\\p{N}])`;
}

function bestIn(
  passage: AnswerPassage,
  terms: readonly Term[],
  looks: RegExp,
  document: string,
): Reading | null {
  const above = fold([passage.title, ...passage.headingPath].join(" ").replaceAll(/[_.-]/g, " "));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  let best: Reading | null = null;
  let before = "";
  for (const [start, end] of statementsOf(passage.text)) {
    const sentence = folded(passage.text.slice(start, end));
    const own = terms.filter((term) => placeOf(sentence.text, term) >= 0);
    const share =
      terms.reduce(
        (sum, term) => sum + term.weight * held(term, own, [above, before, document]),
        0,
      ) / total;
    before = sentence.text;
    if (own.length === 0 || share < LEAST_SHARE || end - start > LONG) continue;
    const places = own.map((term) => placeOf(sentence.text, term));
    const found = nearestTo(sentence.text, looks, places);
    if (!found) continue;
    const score = SURE * share;
    if (best && best.score >= score) continue;
    const span: Span = [start + sentence.at(found[0]), start + sentence.at(found[1])];
    best = { span, sentence: [start, end], score };
  }
  return best;
}

/** Words of labels, which say nothing without what follows them. */
const label =
  /^(?:number|no|nr|num|name|date|from|to|subject|re|title|type|nummer|datum|von|an|betreff|titel|numero|nom|objet|fecha|asunto|nombre)$/;

/**
 * Returns a function that tells whether a sentence says more than the question and the title of its document do. A heading or a label only
 * repeats them.
 */
export function sayingMore(question: string): (sentence: string, title: string) => boolean {
  const terms = termsOf(question, languageOfQuestion(question));
  return (sentence, title) => {
    const named = new Set(wordsIn(title));
    return wordsIn(sentence).some(
      (word) =>
        !common.has(word) &&
        !label.test(word) &&
        !named.has(word) &&
        !terms.some(({ says }) => says.test(word)),
    );
  };
}

/** Returns the sentences of a text. Lines with a label and a value each are sentences of their own. */
function statementsOf(text: string): Span[] {
  return sentencesOfText(text).flatMap(([start, end]): Span[] => {
    const lines = [...text.slice(start, end).matchAll(/[^\n]+/g)];
    const labelled = lines.filter(([line]) => /^[^:\n]{2,50}:\s*\S/.test(line.trim()));
    if (labelled.length < 2) return [[start, end]];
    return lines.map(({ index, 0: line }) => [start + index, start + index + line.length]);
  });
}

function held(
  term: Term,
  own: readonly Term[],
  [above, before, document]: readonly [string, string, string],
): number {
  if (own.includes(term)) return 1;
  if (placeOf(above, term) >= 0) return ABOVE;
  if (placeOf(before, term) >= 0) return BEFORE;
  return term.isName && placeOf(document, term) >= 0 ? ELSEWHERE : 0;
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

/** Returns a text without case and accents, and a function that returns the place of its characters in the text. */
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
