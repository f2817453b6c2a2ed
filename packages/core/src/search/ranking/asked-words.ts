// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is plain
const isPlain = /^[\u0000-\u007f]*$/;
const accents = /[\u0300-\u036f]/g;

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const MOST_WORDS = 64;

/** Words that say nothing of what is looked for: of English, German, French, Spanish, Italian, Dutch and Portuguese. */
const common = new Set(
  folded(
    "a about all am an and any are as at be been but by can could did do does for from get give had has have how i if in into is it its me my of " +
      "on or our please shall should so some such than that the their them then there these they this those to was we were what when where which " +
      "who whom whose why will with would you your " +
      "aber als am an auch auf aus bei bin bis bitte da das dass dem den der des die dies diese dieser dieses du ein eine einem einen einer eines er es " +
      "für gibt hat haben ich ihr im in ist kann mein mit nach oder sein sich sie sind so über um und uns unser unter vom von vor war waren was wann " +
      "warum welche welcher welches wem wen wer wie wir wird wo zu zum zur " +
      "au aux avec ce ces cette comment dans de des du elle en est et il je la le les leur lui ma mais mes mon nos notre nous ou où par pas pour " +
      "pourquoi qu quand que quel quelle quelles quels qui sa ses son sont sur un une vos votre vous " +
      "al como con cómo cuál cuándo cuánto de del dónde el ella en es esta este la las lo los más mi no nuestra nuestro o para pero por porque qué quién se sin " +
      "sobre son su sus un una y " +
      "che chi con da dei del della di dove e gli i il la le lo non o per quale quali quando sono sul un una uno " +
      "aan bij de een en er het hoe ik in is met naar niet of om onze op te van voor waar waarom wanneer wat welke wie wij zijn " +
      "ao aos as com como da das do dos e em é na no nos o os ou para pela pelo por qual quando que quem se seu sua um uma",
  ).split(" "),
);

/** A word of a query. Longer words also match their other forms, which begin alike. */
export type AskedWord = { word: string; stem: string; isCommon: boolean };

/** Returns the words of a query in order, each once. In scripts without spaces, each pair of neighbours is a word. */
export function askedWords(query: string): AskedWord[] {
  return [...new Set(wordsOf(query))].slice(0, MOST_WORDS).map((form) => ({
    word: form,
    stem: stemOf(form),
    isCommon: common.has(form),
  }));
}

/** The place of a word of a query in a folded text; `asked` is the word's place in the query. */
export type Match = { asked: number; start: number; end: number };

/** Returns a function that finds the words of a query in a folded text, in the order of the text. */
export function matcherOf(asked: readonly AskedWord[]): (text: string) => Match[] {
  if (asked.length === 0) return () => [];
  const stems = asked.map(({ stem }) => stem).sort((a, b) => b.length - a.length);
  const some = new RegExp(`(?:${stems.map(escaped).join("|")})[\\p{L}\\p{N}\\p{M}]*`, "gu");
  return (text) =>
    [...text.matchAll(some)].flatMap(({ 0: found, index }) => {
      const isWhole =
        unspaced.test(found) || !letter.test(text.slice(Math.max(0, index - 1), index));
      const form = unspaced.test(found) ? found.slice(0, 2) : found;
      const word = isWhole ? asked.findIndex((each) => isMeant(form, each)) : -1;
      return word < 0 ? [] : [{ asked: word, start: index, end: index + found.length }];
    });
}

const letter = /[\p{L}\p{N}\p{M}]/u;
const LONGEST_ENDING = 5;

function isMeant(form: string, { word: own, stem }: AskedWord): boolean {
  if (stem === own) return form === own;
  return form.startsWith(stem) && form.length <= stem.length + LONGEST_ENDING;
}

function stemOf(form: string): string {
  const isWord = form.length > 4 && !/\p{N}/u.test(form);
  return isWord ? form.slice(0, Math.max(4, form.length - 2)) : form;
}

function escaped(stem: string): string {
  return stem.replace(/[^\p{L}\p{N}\p{M}]/gu, "\\$&");
}

function wordsOf(text: string): string[] {
  return (folded(text).match(word) ?? []).flatMap((found) =>
    unspaced.test(found) && found.length > 2
      ? Array.from({ length: found.length - 1 }, (_, at) => found.slice(at, at + 2))
      : [found],
  );
}

/** Returns a text in lower case and without accents. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return isPlain.test(lower) ? lower : lower.normalize("NFD").replace(accents, "").normalize("NFC");
}
