import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as armenian } from "@orama/stemmers/armenian";
import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as greek } from "@orama/stemmers/greek";
import { stemmer as hungarian } from "@orama/stemmers/hungarian";
import { stemmer as hindi } from "@orama/stemmers/indian";
import { stemmer as indonesian } from "@orama/stemmers/indonesian";
import { stemmer as irish } from "@orama/stemmers/irish";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as lithuanian } from "@orama/stemmers/lithuanian";
import { stemmer as nepali } from "@orama/stemmers/nepali";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as romanian } from "@orama/stemmers/romanian";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";
import { stemmer as tamil } from "@orama/stemmers/tamil";
import { stemmer as turkish } from "@orama/stemmers/turkish";

type Stemmer = (word: string) => string;

const latin: Readonly<Record<string, Stemmer>> = {
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  ga: irish,
  hu: hungarian,
  id: indonesian,
  it: italian,
  lt: lithuanian,
  nb: norwegian,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  sv: swedish,
  tr: turkish,
};

/** The stemmers of other scripts by language; the first of a script also serves texts in Latin languages and in no known one. */
const others: readonly { script: RegExp; stemmers: Readonly<Record<string, Stemmer>> }[] = [
  { script: /^\p{Script=Cyrillic}/u, stemmers: { ru: russian } },
  { script: /^\p{Script=Greek}/u, stemmers: { el: greek } },
  { script: /^\p{Script=Arabic}/u, stemmers: { ar: arabic } },
  { script: /^\p{Script=Devanagari}/u, stemmers: { hi: hindi, ne: nepali } },
  { script: /^\p{Script=Tamil}/u, stemmers: { ta: tamil } },
  { script: /^\p{Script=Armenian}/u, stemmers: { hy: armenian } },
];

/** Languages whose scripts are not Latin. A Latin word among their words is taken for English. */
const notLatin = new Set(
  "am ar be bg bn el fa gu he hi hy ja ka kk km kn ko lo mk ml mn mr my ne pa ru si sr ta te th ti uk ur yi zh".split(
    " ",
  ),
);

/**
 * Returns the stem of a word in lower case, by the Snowball stemmer of the language of its text (ISO 639-1, or null if unknown). Languages
 * without a stemmer keep their words as they are.
 */
export function stemOf(word: string, language: string | null): string {
  if (/\p{N}/u.test(word)) return word;
  if (/^\p{Script=Latin}/u.test(word)) {
    const spoken = language === null || notLatin.has(language) ? "en" : language;
    return latin[spoken]?.(word) ?? word;
  }
  const found = others.find(({ script }) => script.test(word));
  if (!found) return word;
  const own = language !== null ? found.stemmers[language] : undefined;
  if (own) return own(word);
  const isStrange = language !== null && notLatin.has(language);
  const [first] = Object.values(found.stemmers);
  return isStrange || !first ? word : first(word);
}
