import { setImmediate } from "node:timers/promises";

import type { Span } from "@besunny/document-model/parsed-document";
import { nounPhrases } from "../understanding/phrases/noun-phrases";
import { phraseRuns } from "../understanding/phrases/phrase-runs";
import type { MeetingView, Said } from "./meeting-view";
import { contentWords, wordsOf } from "./spoken";
import type { Stretch } from "./topics";

/** The most sentences of a topic that are read for its name, the longest first. */
const MOST_SENTENCES = 90;
const LONGEST_NAME = 60;
const MOST_PHRASES = 2;
const dull =
  /^(?:thing|things|stuff|point|points|way|lot|lots|bit|sort|kind|people|guys|time|times|question|questions|meeting|minute|minutes|number|today|thanks|idea|ideas|problem|issue|something|anything|everything|someone|course|sense|example|case|okay|yeah|gonna|wanna|.*\b(?:gonna|wanna)\b.*|ding|dinge|sache|sachen|punkt|frage|mal|leute|zeit|thema|beispiel|heute|morgen|woche|minuten)$/i;

type Phrase = { words: string; span: Span; said: Said; count: number };

/** Names each topic by the phrases that are said more in it than elsewhere. Returns the phrase with its first place. */
export async function nameTopics(
  view: MeetingView,
  stretches: readonly Stretch[],
): Promise<{ name: string; said: Said | null }[]> {
  const found: Map<string, Phrase>[] = [];
  for (const stretch of stretches) {
    await setImmediate();
    found.push(phrasesOf(view, stretch));
  }
  const spread = new Map<string, number>();
  for (const phrases of found)
    for (const key of phrases.keys()) spread.set(key, (spread.get(key) ?? 0) + 1);
  return found.map((phrases, index) => {
    const worth = ({ words, count }: Phrase, key: string) =>
      count *
      Math.log(1 + found.length / (spread.get(key) ?? 1)) *
      (wordsOf(words).length > 1 ? 1.6 : 1);
    const ranked = [...phrases].sort(([a, one], [b, other]) => worth(other, b) - worth(one, a));
    return named(ranked.map(([, phrase]) => phrase)) ?? firstWords(view, stretches[index]);
  });
}

function phrasesOf(view: MeetingView, { firstTurn, lastTurn }: Stretch): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const { said, span } of placesIn(view, longest(view, firstTurn, lastTurn))) {
    const words = view.bare.slice(...span).replace(/\s+/g, " ");
    if (words.length < 3 || dull.test(words) || contentWords(words).length === 0) continue;
    if (!/^[\p{L}\p{N}][\p{L}\p{N} .'’&/-]*$/u.test(words)) continue;
    const key = wordsOf(words)
      .map((word) => word.replace(/s$/, ""))
      .join(" ");
    const known = phrases.get(key);
    if (known) known.count += 1;
    else phrases.set(key, { words, said, span, count: 1 });
  }
  return phrases;
}

function longest(view: MeetingView, firstTurn: number, lastTurn: number): Said[] {
  const all = view.sentences.filter(
    ({ turn, text }) =>
      turn.number >= firstTurn && turn.number <= lastTurn && wordsOf(text).length >= 5,
  );
  if (all.length <= MOST_SENTENCES) return all;
  const chosen = [...all].sort((a, b) => b.text.length - a.text.length).slice(0, MOST_SENTENCES);
  return chosen.sort((a, b) => a.at - b.at);
}

function placesIn(view: MeetingView, all: readonly Said[]): { said: Said; span: Span }[] {
  if (view.language !== "de")
    return all.flatMap((said) =>
      nounPhrases(view.bare.slice(...said.span)).map(([start, end]) => ({
        said,
        span: [said.span[0] + start, said.span[0] + end],
      })),
    );
  const spans = all.map(({ span }) => span);
  return phraseRuns(view.bare, spans, "de").flatMap((span) => {
    const said = all.find((each) => each.span[0] <= span[0] && span[1] <= each.span[1]);
    return said ? [{ said, span }] : [];
  });
}

/** The best phrase, with a second one that shares no word with it. */
function named(ranked: readonly Phrase[]): { name: string; said: Said } | null {
  const [first] = ranked;
  if (!first) return null;
  const taken = [first];
  for (const phrase of ranked.slice(1, 8)) {
    const words = new Set(taken.flatMap((each) => wordsOf(each.words)));
    if (taken.length === MOST_PHRASES) break;
    if (!wordsOf(phrase.words).some((word) => words.has(word)) && phrase.count > 1)
      taken.push(phrase);
  }
  const name = taken
    .map(({ words }) => words)
    .join(", ")
    .slice(0, LONGEST_NAME);
  return { name: name.charAt(0).toUpperCase() + name.slice(1), said: first.said };
}

function firstWords(
  view: MeetingView,
  stretch: Stretch | undefined,
): { name: string; said: Said | null } {
  const said = view.sentences.find(({ turn }) => turn.number >= (stretch?.firstTurn ?? 1)) ?? null;
  return { name: said?.text.slice(0, LONGEST_NAME) ?? "", said };
}
