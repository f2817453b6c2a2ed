import type { EncodedTokens } from "../../minilm/sentence-encoder";
import type { DocumentView, Sentence } from "../document-view";
import { firms } from "./firms";
import type { Found } from "./found";
import { loadTagger } from "./tagger";

const MOST_LINES = 60;
const LONGEST_LINE = 200;
const tagger = loadTagger();

/** Finds people, organisations and places in English text by the shipped tagger, and firms by the endings of their names. */
export function findNames(view: DocumentView): Found[] {
  const found = view.sentences.flatMap(({ span, text }) =>
    firms(text).map((firm) => shifted(firm, span[0])),
  );
  for (const { span, text, tokens } of view.embedded) found.push(...tagged(span[0], text, tokens));
  for (const { span, text } of lines(view)) {
    const tokens = view.tokensOf(span);
    if (tokens) found.push(...tagged(span[0], text, tokens));
  }
  return found;
}

/** Returns short lines such as signatures, addresses and headers. They are no prose, but they contain names. */
function lines({ sentences, embedded }: DocumentView): Sentence[] {
  const done = new Set(embedded.map(({ span }) => span[0]));
  return sentences
    .filter(
      ({ span, text }) =>
        !done.has(span[0]) && text.length <= LONGEST_LINE && /\p{Lu}\p{Ll}/u.test(text),
    )
    .slice(0, MOST_LINES);
}

function tagged(offset: number, text: string, tokens: EncodedTokens): Found[] {
  return tagger(text, tokens).map((name) => shifted(name, offset));
}

function shifted(found: Found, offset: number): Found {
  return { ...found, start: offset + found.start, end: offset + found.end };
}
