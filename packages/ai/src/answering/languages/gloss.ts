import {
  questionLanguages as languages,
  type QuestionLanguage,
} from "@besunny/document-model/question-languages";
import { lexicon } from "./lexicon";

/** A language of the lexicon, whose columns are in the order of these languages. */
export type Language = QuestionLanguage;

const word = /[\p{L}\p{M}\p{N}]+(?:['’](?=\p{L}))?/gu;

type Meaning = { english: string; forms: readonly string[][] };

const meanings: readonly Meaning[] = lexicon
  .trim()
  .split("\n")
  .map((line) => {
    const forms = line.split("|").map((column) => column.split(",").map(plainOf));
    return { english: forms[0]?.[0] ?? "", forms };
  });

/** The meanings of each form, by language. */
const byForm = languages.map((_, column) => {
  const known = new Map<string, Meaning[]>();
  for (const meaning of meanings)
    for (const form of meaning.forms[column] ?? [])
      known.set(form, [...(known.get(form) ?? []), meaning]);
  return known;
});

const LONGEST_PHRASE = 4;
const LONGEST_ENDING = 3;
const LEAST_PART = 4;
const MOST_FORMS = 4;

/** Returns a text in lower case without accents. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

/** Returns the words of a text without case, accents and apostrophes, with one blank between them. */
function plainOf(text: string): string {
  return (fold(text).match(word) ?? []).map((each) => each.replace(/['’]$/, "")).join(" ");
}

/** Returns the language of a question, by the words that only one of the languages has. English where none tells. */
export function languageOfQuestion(question: string): Language {
  const words = plainOf(question).split(" ");
  const scores = byForm.map((known, column) => {
    const own = words.filter(
      (each) => known.has(each) && byForm.every((other, at) => at === column || !other.has(each)),
    );
    return own.length;
  });
  const best = Math.max(...scores);
  return languages[scores.indexOf(best)] ?? "en";
}

/** Returns the meanings of a word or phrase; of a word in another form, those of the form that it ends differently from. */
function meaningsIn(language: Language, phrase: string): readonly Meaning[] {
  const known = byForm[languages.indexOf(language)];
  const exact = known?.get(phrase);
  if (exact || phrase.includes(" ") || phrase.length < LEAST_PART) return exact ?? [];
  for (let cut = 1; cut <= LONGEST_ENDING && phrase.length - cut >= LEAST_PART; cut++) {
    const found = known?.get(phrase.slice(0, -cut));
    if (found) return found;
  }
  for (const ending of ["e", "en", "n", "s", "r", "er", "o", "a"]) {
    const found = known?.get(`${phrase}${ending}`);
    if (found) return found;
  }
  return [];
}

/** Returns the parts of a German compound that both have meanings, such as "Rechnungsbetrag". */
function partsOf(compound: string): [string, string] | null {
  for (let at = compound.length - LEAST_PART; at >= LEAST_PART; at--) {
    const [head, tail] = [compound.slice(0, at), compound.slice(at)];
    const first = [head, head.replace(/(?:s|n|en|es)$/, "")].find(
      (each) => each.length >= LEAST_PART && meaningsIn("de", each).length > 0,
    );
    if (first && (byForm[1]?.get(tail)?.length ?? 0) > 0) return [first, tail];
  }
  return null;
}

/** A word of a question, or a phrase that has a meaning of its own. */
type Said = { start: number; end: number; text: string; meanings: readonly Meaning[] };

/** Returns the words and phrases of a question in order. */
function saidIn(question: string, language: Language): Said[] {
  const words = [...question.matchAll(word)];
  const said: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const { size, found } = longestAt(words, at, language);
    const [first, last] = [words[at], words[at + size - 1]];
    if (!first || !last) break;
    const [start, end] = [first.index, last.index + last[0].length];
    said.push({ start, end, text: question.slice(start, end), meanings: found });
    at += size;
  }
  return said;
}

function longestAt(words: readonly RegExpExecArray[], at: number, language: Language) {
  for (let size = Math.min(LONGEST_PHRASE, words.length - at); size > 0; size--) {
    const parts = words.slice(at, at + size).map(([each]) => each);
    const found = meaningsIn(language, plainOf(parts.join(" ")));
    if (found.length > 0) return { size, found };
  }
  return { size: 1, found: [] };
}

/** Returns a question with its words in English, one after the other. Names and other unknown words stay as they are. */
export function inEnglish(question: string, language: Language): string {
  if (language === "en") return question;
  let text = "";
  let from = 0;
  for (const { start, end, text: said, meanings: found } of saidIn(question, language)) {
    const english = found[0]?.english ?? compoundInEnglish(said, language);
    text += question.slice(from, start) + (english ?? said);
    // An article that is joined by an apostrophe becomes a word of its own.
    if (english && /['’]$/.test(said)) text += " ";
    from = end;
  }
  return (text + question.slice(from)).replace(/[¿¡]/g, "").trim();
}

function compoundInEnglish(said: string, language: Language): string | null {
  const parts = language === "de" ? partsOf(plainOf(said)) : null;
  return parts?.flatMap((part) => meaningsIn("de", part)[0]?.english ?? []).join(" ") ?? null;
}

/**
 * Returns further words to search with: those of the question in English, their other forms in its language, and umlauts written with an e.
 * Null for an English question.
 */
export function alsoSearched(question: string): string | null {
  const language = languageOfQuestion(question);
  if (language === "en") return null;
  const column = languages.indexOf(language);
  const others = saidIn(question, language)
    .filter(({ text }) => text.length >= LEAST_PART)
    .flatMap(({ meanings: [first] }) => first?.forms[column]?.slice(0, MOST_FORMS) ?? []);
  const written = (question.match(/\p{L}*[äöüÄÖÜ]\p{L}*/gu) ?? []).map((each) =>
    each.replaceAll(/[äöü]/gi, (letter) => `${fold(letter)}e`),
  );
  return [inEnglish(question, language), ...new Set([...others, ...written])].join(" ");
}

/**
 * Returns the words and phrases of a question, each with its forms in every language; it is one of them itself. `english` are those for an
 * English text, where a German "Provision" is no provision.
 */
export function formsIn(
  question: string,
  language: Language,
): { text: string; forms: readonly string[]; english: readonly string[] }[] {
  return saidIn(question, language).map(({ text, meanings: found }) => {
    const own = plainOf(text);
    const [, tail] = (language === "de" && found.length === 0 && partsOf(own)) || [];
    const all = tail ? meaningsIn("de", tail) : found;
    const english = all.flatMap(({ forms: [first = []] }) => first);
    const isKnown = language !== "en" && english.length > 0;
    return {
      text,
      forms: [...new Set([own, ...all.flatMap((meaning) => meaning.forms.flat())])],
      english: [...new Set(isKnown ? english : [own, ...english])],
    };
  });
}
