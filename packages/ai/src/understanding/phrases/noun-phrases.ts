import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import type { Span } from "../../ai";
import { blankLongWords } from "../windows";

const nlp = winkNLP(model, ["sbd", "pos"]);
const MOST_WORDS = 5;

/** Words before a noun that say nothing of it: "various", "proposed". */
const idle = new Set(
  (
    "able above additional another appropriate available aforementioned best better big certain common corresponding current " +
    "different due enough entire existing few first following following former full further general given good great half " +
    "important individual interesting known large larger last latter least less like likely little long main major many more " +
    "most much necessary new next novel numerous obtained old only other overall own particular possible potential present " +
    "presented previous proper proposed recent related relevant respective resulting right same second several significant " +
    "similar simple single small some specific standard such suitable sure third total typical unique usual useful various " +
    "well whole wide"
  ).split(" "),
);
/** Participles before a noun that are verbs or prepositions of their own there: "using words". */
const verbal = new Set(
  (
    "according allowing applying based being causing choosing comparing concerning considering containing creating depending " +
    "describing developing during excluding finding following getting giving going having helping improving including " +
    "increasing involving keeping letting making obtaining offering performing presenting producing providing reducing " +
    "regarding requiring resulting seeing showing solving starting taking trying understanding using"
  ).split(" "),
);

type Word = { text: string; span: Span; tag: string };

/** Returns the spans of English noun phrases: adjectives, participles and nouns that end in a noun. Line ends count as blanks. */
export function nounPhrases(given: string): Span[] {
  const words = wordsOf(blankLongWords(given));
  const phrases: Span[] = [];
  let open: Word[] = [];
  const close = () => {
    const phrase = trimmed(open).slice(-MOST_WORDS);
    const [first, last] = [phrase[0], phrase.at(-1)];
    if (first && last) phrases.push([first.span[0], last.span[1]]);
    open = [];
  };
  for (const [at, word] of words.entries()) {
    if (isNoun(word) || isModifier(word, words[at - 1], words[at + 1])) open.push(word);
    else close();
  }
  close();
  return phrases;
}

/** Returns the words with their tags. Words with a hyphen are one word, which has the tag of its last part. */
function wordsOf(text: string): Word[] {
  const document = nlp.readDoc(text.replace(/\s/g, " "));
  const values = document.tokens().out(nlp.its.value);
  const tags = document.tokens().out(nlp.its.pos);
  const words: Word[] = [];
  let cursor = 0;
  let isJoined = false;
  for (const [index, value] of values.entries()) {
    const start = text.indexOf(value, cursor);
    if (start < 0) continue;
    const end = start + value.length;
    const last = words.at(-1);
    const isHyphen = /^[-‐‑]$/.test(value);
    if (last && last.span[1] === start && (isHyphen || isJoined)) {
      last.span[1] = end;
      last.text = text.slice(...last.span);
      if (!isHyphen) last.tag = tags[index] ?? "";
      isJoined = isHyphen;
    } else {
      words.push({ text: value, span: [start, end], tag: tags[index] ?? "" });
      isJoined = false;
    }
    cursor = end;
  }
  return words;
}

function isWord({ text }: Word): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N}&'’./‐‑-]*[\p{L}\p{N}]$|^\p{Lu}$|^\p{N}+-\p{L}{3,}$/u.test(text);
}

function isNoun(word: Word): boolean {
  return (word.tag === "NOUN" || word.tag === "PROPN") && isWord(word);
}

function isModifier(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (!isWord(word)) return false;
  if (word.tag === "ADJ" || word.text.includes("-")) return true;
  if (word.tag !== "VERB" || !after || !/(?:ed|ing|en)$/i.test(word.text)) return false;
  const isFree =
    !before || /^(?:DET|ADJ|ADP|PUNCT|CCONJ|SCONJ|PRON)$/.test(before.tag) || isNounTag(before);
  return isFree && !verbal.has(word.text.toLowerCase()) && isNounOrAdjective(after);
}

function isNounTag({ tag }: Word): boolean {
  return tag === "NOUN" || tag === "PROPN";
}

function isNounOrAdjective(word: Word): boolean {
  return isNounTag(word) || word.tag === "ADJ";
}

function trimmed(words: readonly Word[]): Word[] {
  let [start, end] = [0, words.length];
  while (end > start && !endsPhrase(words[end - 1])) end -= 1;
  while (start < end && idle.has(words[start]?.text.toLowerCase() ?? "")) start += 1;
  return words.slice(start, end);
}

function endsPhrase(word: Word | undefined): boolean {
  return word !== undefined && isNounTag(word);
}
