import type { Page } from "./parsed-document";

/**
 * Words of a page that nobody can see. They were left out, or read because white words may show on a ground, or read because the page has only
 * such words. Usual are those that mail programs hide at the beginning of a mail: they do not lower the quality.
 */
export type HiddenWords = { text: string; fate: "left-out" | "read" | "only"; isUsual?: boolean };

const mostCharacters = 120;
const mostScore = 0.7;

/** Lowers the quality of a page for its hidden words and returns the warnings about them. `pages` is the number of pages of the document. */
export function tellHiddenWords(page: Page, hidden: HiddenWords[], pages: number): string[] {
  const [place, name] = namesOf(page, pages);
  const warnings = [
    warn(
      hidden,
      "left-out",
      (text) => `${place} has words that nobody can see. They were left out: ${text}`,
    ),
    warn(
      hidden,
      "read",
      (text) => `${place} has white words, which may not show. They were read: ${text}`,
    ),
    warn(hidden, "only", () => `${place} has only words that nobody can see. They were read.`),
  ].flat();
  if (hidden.some(({ isUsual }) => !isUsual))
    page.quality = {
      score: Math.min(page.quality.score, mostScore),
      reasons: [...page.quality.reasons, `${name} has words that nobody can see.`],
    };
  return warnings;
}

function namesOf({ kind, number, label }: Page, pages: number): [place: string, name: string] {
  if (kind === "slide") return [`Slide ${number}`, "The slide"];
  if (kind === "sheet") return [`Sheet “${label ?? number}”`, "The sheet"];
  const isWhole = kind === "flow" && pages === 1;
  return isWhole ? ["The document", "The document"] : [`Page ${number}`, "The page"];
}

function warn(
  hidden: HiddenWords[],
  fate: HiddenWords["fate"],
  worded: (text: string) => string,
): string[] {
  const own = hidden.filter((each) => each.fate === fate);
  if (own.length === 0) return [];
  const text = [...new Set(own.map((each) => each.text.replace(/\s+/g, " ").trim()))].join(" ");
  return [worded(`“${text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text}”`)];
}
