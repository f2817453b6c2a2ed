import type { ParseResult } from "oxc-parser";

import { parse } from "./syntax";

/** A source file; `path` starts at the repository's root, `code` is the text without comments. It is parsed when a rule first asks. */
export type SourceFile = {
  path: string;
  text: string;
  readonly parsed: ParseResult;
  readonly code: string;
};

/** Returns a file that parses its text once; reading `parsed` throws when the text does not parse. */
export function sourceFile(path: string, text: string): SourceFile {
  let parsed: ParseResult | undefined;
  return {
    path,
    text,
    get parsed() {
      parsed ??= parse(path, text);
      return parsed;
    },
    get code() {
      return withoutComments(text, this.parsed);
    },
  };
}

function withoutComments(text: string, { comments }: ParseResult): string {
  let [code, from] = ["", 0];
  for (const { start, end } of comments) {
    code += text.slice(from, start);
    from = end;
  }
  return code + text.slice(from);
}
