import { Lexer, type Token, type Tokens } from "marked";

/** A word as it is compared, with the kind of text around it. */
export type LabelledWord = { word: string; label: Label };

type Label = "heading" | "list" | "table" | "code" | "text";

/**
 * Returns the words of a Markdown text in order, each with the kind of text around it. A formula is text in any notation.
 * Comments, pictures and addresses of links are left out: they are no text of the document.
 */
export function labelledWords(markdown: string): LabelledWord[] {
  const bare = markdown.replace(/<!--[\s\S]*?-->/g, " ").replace(/!\[[^\]]*\]\([^)]*\)/g, " ");
  const words: LabelledWord[] = [];
  walk(new Lexer({ gfm: true }).lex(bare), "text", words);
  return words;
}

/**
 * Runs of letters, marks and digits after compatibility normalisation (NFKC), in lower case; in scripts written without
 * spaces each character is a word. Punctuation does not count.
 */
export function wordsOf(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().match(word) ?? [];
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

function walk(tokens: Token[], label: Label, words: LabelledWord[]) {
  for (const token of tokens) {
    const inside = labelOf(token, label);
    if (isTable(token)) for (const cell of cellsOf(token)) walk(cell.tokens, "table", words);
    else if (isList(token)) for (const item of token.items) walk(item.tokens, "list", words);
    else if ("tokens" in token && token.tokens) walk(token.tokens, inside, words);
    else if ("text" in token || token.type === "html") add(token, inside, words);
  }
}

function add(token: Token, label: Label, words: LabelledWord[]) {
  const raw = "text" in token && typeof token.text === "string" ? token.text : token.raw;
  const text = decoded(token.type === "html" ? raw.replace(/<[^>]*>/g, " ") : raw);
  for (const each of wordsOf(text)) words.push({ word: each, label });
}

function labelOf(token: Token, outer: Label): Label {
  if (token.type === "heading") return "heading";
  if (token.type === "code") return token.lang === "math" ? outer : "code";
  return outer;
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === "table";
}

function isList(token: Token): token is Tokens.List {
  return token.type === "list";
}

function cellsOf({ header, rows }: Tokens.Table): Tokens.TableCell[] {
  return [...header, ...rows.flat()];
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (whole, code) => character(Number(code), whole))
    .replace(/&#x([0-9a-f]+);/gi, (whole, code) => character(Number.parseInt(code, 16), whole))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name) => entities[name] ?? whole);
}

function character(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
