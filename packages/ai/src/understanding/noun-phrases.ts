import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import type { Span } from "../ai";
import { blankLongWords } from "./windows";

const nlp = winkNLP(model, ["sbd", "pos"]);
const MOST_WORDS = 4;

/** Returns the spans of English noun phrases: adjectives and nouns that end in a noun. */
export function nounPhrases(given: string): Span[] {
  const text = blankLongWords(given);
  const document = nlp.readDoc(text);
  const values = document.tokens().out(nlp.its.value);
  const tags = document.tokens().out(nlp.its.pos);
  const phrases: Span[] = [];
  let open: { span: Span; tag: string }[] = [];
  let cursor = 0;

  const close = () => {
    while (open.at(-1)?.tag === "ADJ") open.pop();
    const words = open.slice(-MOST_WORDS);
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) phrases.push([first.span[0], last.span[1]]);
    open = [];
  };
  for (const [index, value] of values.entries()) {
    const start = text.indexOf(value, cursor);
    if (start < 0) continue;
    const tag = tags[index] ?? "";
    const isApart = open.length > 0 && /\n/.test(text.slice(cursor, start));
    if (isApart || !isPart(value, tag)) close();
    if (isPart(value, tag)) open.push({ span: [start, start + value.length], tag });
    cursor = start + value.length;
  }
  close();
  return phrases;
}

function isPart(word: string, tag: string): boolean {
  return ["NOUN", "PROPN", "ADJ"].includes(tag) && /^\p{L}[\p{L}\p{N}&'-]*$/u.test(word);
}
