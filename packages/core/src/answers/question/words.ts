import {
  type QuestionLanguage as Language,
  questionLanguages,
} from "@besunny/document-model/question-languages";

/** A language in which questions are understood. */
export type QuestionLanguage = Language;

const common: Record<QuestionLanguage, string> = {
  en: "a an the of in on at to for from by with about as is are was were be been being do does did has have had will would shall should can could may must it its this that these those there they them their we us our you your i me my he she his her and or but not no if then than so what which who whom whose when where why how much many long any all each every some please say says said give tell show list find get got me whats s there's into up out off over under per still now currently also just only own us after before during between until since",
  de: "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war waren wird werden wurde wurden hat haben hatte kann konnen darf durfen muss mussen soll sollen im in am an auf zu zum zur von vom bei mit fur aus nach uber unter um wie was wer wen wem wessen wann wo warum welche welcher welches welchen viel viele hoch lange es er sie ihr ihre sein seine wir uns unser unsere ich mir mich man du dies diese dieser dieses bitte zeige liste alle jede noch auch nur lautet steht gibt denn wieviel unseren unserem unserer meine meinen",
  fr: "le la les l un une des du de d et ou mais ne pas est sont etait etaient sera seront a ont avait peut peuvent doit doivent au aux en dans sur sous pour par avec sans que qu qui quoi quel quelle quels quelles quand ou comment pourquoi combien ce cet cette ces il elle ils elles on nous vous notre nos votre vos mon ma mes son sa ses leur je j y se s c t est-ce donne liste montre tous toutes encore aussi avons avez avoir",
  es: "el la los las lo un una unos unas y o pero no es son era eran fue fueron sera seran esta estan ha han habia puede pueden debe deben al a de del en por para con sin sobre que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas porque este esta estos estas eso ese su sus nuestro nuestra mi tu se nos me le les hay muestra lista todos todas tambien si tenemos tiene tienen tengo",
};
const commonWords = Object.fromEntries(
  questionLanguages.map((language) => [language, new Set(common[language].split(" "))]),
);
const everyCommon = new Set(Object.values(common).flatMap((words) => words.split(" ")));

/** Returns text without case and accents, so that words compare. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[’‘´`]/g, "'");
}

/** Returns the folded words of a text. A name written in one word, such as `GluMobileInc`, counts as several; `iMine` is one. */
export function wordsOf(text: string): string[] {
  const apart = text.replaceAll(/(?<=\p{L})(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return fold(apart).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Returns whether a folded word carries no meaning of its own in a question. */
export function isCommon(word: string): boolean {
  return everyCommon.has(word) || word.length < 2;
}

/** Returns the language whose common words a text uses most; English where none does. */
export function languageOf(text: string): QuestionLanguage {
  const words = wordsOf(text);
  const score = (language: QuestionLanguage) =>
    words.filter((word) => commonWords[language]?.has(word)).length;
  return questionLanguages.reduce((best, each) => (score(each) > score(best) ? each : best), "en");
}

/** Returns the language of a text; null if its words belong to none, or as much to two. */
export function languageSaid(text: string): QuestionLanguage | null {
  const words = wordsOf(text);
  const scores = questionLanguages.map((language) => ({
    language,
    score: words.filter((word) => commonWords[language]?.has(word)).length,
  }));
  const [best, next] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > (next?.score ?? 0) ? best.language : null;
}

/** Returns whether two folded words mean the same: equal, one letter apart in a long word, or one the beginning of the other. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b || (a.length >= 5 && withoutUmlauts(a) === withoutUmlauts(b))) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (/\d/.test(a) || /\d/.test(b)) return false;
  if (short.length >= 4 && long.startsWith(short) && long.length - short.length <= 2) return true;
  if (short.length >= 5 && long.startsWith(short)) return true;
  return short.length >= 6 && long.length - short.length <= 1 && isOneApart(short, long);
}

/** "Mueller" is how "Müller" is written without its umlaut. */
function withoutUmlauts(word: string): string {
  return word.replaceAll(/(?<![aeq])([aou])e/g, "$1");
}

/** One letter is added, left out, changed, or two neighbours are swapped. */
function isOneApart(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.slice(at);
  if (rest === long.slice(at + 1) || rest.slice(1) === long.slice(at + 1)) return true;
  return (
    rest.length > 1 &&
    rest[0] === long[at + 1] &&
    rest[1] === long[at] &&
    rest.slice(2) === long.slice(at + 2)
  );
}
