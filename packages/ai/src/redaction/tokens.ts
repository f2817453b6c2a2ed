import {
  type RedactionKind,
  redactionKinds,
} from "@besunny/document-model/statements/redaction-kinds";

const anyLabel = redactionKinds
  .map(labelOf)
  .sort((a, b) => b.length - a.length)
  .map((label) => label.replaceAll("_", "[ _-]"))
  .join("|");
/** In brackets, in any case and with what Markdown puts before brackets and underscores; or without brackets, if it has its underscore. */
const written = new RegExp(
  `\\\\?\\[\\s*(${anyLabel})\\\\?[ _-]?(\\d{1,6})\\s*\\\\?\\]|(?<![\\p{L}\\p{N}_])(${anyLabel})\\\\?_(\\d{1,6})(?![\\p{N}_])`,
  "giu",
);

/** A token as somebody wrote it, in any of the forms that a model may give it. */
export type WrittenToken = { token: string; start: number; end: number };

/** Returns the token of a kind with a number, such as `[PERSON_1]`. */
export function tokenOf(kind: RedactionKind, number: number): string {
  return `[${labelOf(kind)}_${number}]`;
}

/** Returns what has the form of a token in a text, also in another case, without brackets or with escapes. */
export function tokensIn(text: string): WrittenToken[] {
  return [...text.matchAll(written)].map((match) => {
    const label = (match[1] ?? match[3] ?? "").toUpperCase().replaceAll(/[ -]/g, "_");
    const number = Number(match[2] ?? match[4]);
    const end = match.index + match[0].length;
    return { token: `[${label}_${number}]`, start: match.index, end };
  });
}

function labelOf(kind: RedactionKind): string {
  if (kind === "money") return "AMOUNT";
  if (kind === "identifier") return "REFERENCE";
  return kind.toUpperCase().replaceAll("-", "_");
}
