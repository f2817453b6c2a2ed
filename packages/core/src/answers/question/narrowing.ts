import { questionLanguages } from "@besunny/document-model/question-languages";
import type { TypeMention } from "./type-words";
import { fold, wordsOf } from "./words";

/** The currency of the documents of a list, or the language that they are written in. `words` say so. */
export type Narrowing = { code: string; words: string[] };

const currencies = "EUR USD GBP CHF JPY PLN INR SEK NOK DKK CZK HUF CAD AUD CNY".split(" ");
const spoken: Record<string, string> = {
  USD: "us dollar|us dollars|dollar|dollars|dolares",
  EUR: "euro|euros",
  GBP: "pound|pounds|pfund|livres|libras",
  CHF: "swiss francs?|franken",
};

const named = currencies.map((code) => {
  const names = questionLanguages.map((language) =>
    wordsOf(new Intl.DisplayNames(language, { type: "currency" }).of(code) ?? code)
      .map((word) => `${word}s?`)
      .join(" "),
  );
  const all = [code.toLowerCase(), ...names, ...(spoken[code] ? [spoken[code]] : [])];
  return { code, says: new RegExp(`\\b(?:${all.join("|")})\\b`) };
});

/** Returns the currency that a question names. */
export function currencyIn(question: string): Narrowing | null {
  const folded = wordsOf(question).join(" ");
  for (const { code, says } of named) {
    const said = says.exec(folded)?.[0];
    if (said) return { code, words: said.split(" ") };
  }
  return null;
}

const languages = "en de fr es it nl pt pl sv da".split(" ").map((code) => ({
  code,
  stems: questionLanguages.map((language) =>
    fold(new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code),
  ),
}));

/** Returns the language that a question names beside a word for documents, as "German contracts" does. */
export function languageNamed(
  question: string,
  types: readonly Pick<TypeMention, "words">[],
): Narrowing | null {
  const words = wordsOf(question);
  for (const mention of types) {
    const at = words.indexOf(mention.words[0] ?? "");
    const after = at + mention.words.length;
    const beside = [words[at - 1], words[after], isIn(words[after]) ? words[after + 1] : undefined];
    for (const word of beside) {
      const found = languages.find(({ stems }) => stems.some((stem) => isFormOf(word, stem)));
      if (found && word) return { code: found.code, words: [word] };
    }
  }
  return null;
}

function isIn(word: string | undefined): boolean {
  return /^(?:in|auf|en)$/.test(word ?? "");
}

/** "Deutsche" and "deutschen" are forms of "Deutsch", "allemands" of "allemand". */
function isFormOf(word = "", stem: string): boolean {
  return word.startsWith(stem) && word.length - stem.length <= 2;
}
