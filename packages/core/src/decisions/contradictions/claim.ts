import { amountsIn, daysIn } from "./figures-in";
import { hedges, negations, notNegations, setAside, unsaid } from "./words";

/** A sentence as it is compared with others: its subject, its figures, and whether it denies. */
export type Claim = {
  subject: ReadonlySet<string>;
  isDenied: boolean;
  /** Figures by their unit, such as `eur` with `500`. */
  amounts: ReadonlyMap<string, ReadonlySet<string>>;
  days: ReadonlyMap<string, ReadonlySet<string>>;
  /** The words that the sentence sets aside: those after “instead of”. */
  setAside: ReadonlySet<string>;
  /** False for a question, a condition or a wish: it claims nothing. */
  isClaimed: boolean;
};

/** Returns a sentence as a claim. */
export function claimOf(text: string): Claim {
  const plain = text.toLowerCase().replaceAll(/[’']/g, "'");
  const { amounts, rest: withoutAmounts } = amountsIn(plain);
  const { days, rest } = daysIn(withoutAmounts);
  return {
    subject: subjectOf(rest),
    isDenied: negations.test(plain.replaceAll(notNegations, " ")),
    amounts,
    days,
    setAside: subjectOf(setAside.exec(rest)?.[1] ?? ""),
    isClaimed: !plain.trimEnd().endsWith("?") && !hedges.test(plain),
  };
}

function subjectOf(text: string): Set<string> {
  const words = text.match(/\p{L}[\p{L}\p{N}'-]+/gu) ?? [];
  return new Set(words.filter((word) => !unsaid.has(word)).map(stemOf));
}

/** Cuts the ending of a word, so that “rents” and “rented” are “rent”. */
function stemOf(word: string): string {
  const stem = word.replace(/'s$/u, "").replace(/(?:ing|ed|es|en|er|em|s|e)$/u, "");
  return stem.length >= 3 ? stem : word;
}
