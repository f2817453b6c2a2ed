import { lexer, type Token, type Tokens } from "marked";

import type { Prose } from "./prose";

/** Reads the prose of a Markdown page. Code goes, a code span counts as one word, a link as its text. */
export function proseOfMarkdown(path: string, markdown: string): Prose[] {
  const found: Prose[] = [];
  let line = 1;
  for (const token of lexer(markdown)) {
    for (const { text, isSentences } of textsOf(token))
      if (/[\p{L}]/u.test(text)) found.push({ path, line, area: "docs", text, isSentences });
    line += token.raw.split("\n").length - 1;
  }
  return found;
}

type Piece = { text: string; isSentences: boolean };

function textsOf(token: Token): Piece[] {
  if (token.type === "heading") return [{ text: inline(token.tokens), isSentences: false }];
  if (token.type === "paragraph") return [{ text: inline(token.tokens), isSentences: true }];
  // The text of a list item, which may hold further lists.
  if (token.type === "text") return [{ text: inline(token.tokens ?? [token]), isSentences: true }];
  if (token.type === "table")
    return [token.header, ...token.rows]
      .flat()
      .map((cell) => ({ text: inline(cell.tokens), isSentences: false }));
  if (token.type === "list") return itemsOf(token).flatMap(textsOf);
  if (token.type === "blockquote") return (token.tokens ?? []).flatMap(textsOf);
  return [];
}

/** The parser's type of a list is hidden behind one for tokens of extensions. */
function itemsOf(list: Token): Token[] {
  return (list as Tokens.List).items.flatMap(({ tokens }) => tokens);
}

function inline(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      if (token.type === "codespan") return "code";
      if (token.type === "html" || token.type === "image") return "";
      if (token.type === "br") return " ";
      return "tokens" in token && token.tokens ? inline(token.tokens) : unescaped(token.raw);
    })
    .join("");
}

function unescaped(text: string): string {
  return text
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\\(.)/g, "$1");
}
