import type { HeardPart, HeardWord } from "./heard";
import { tokensOf } from "./heard";
import type { Turn } from "./speaker-turns";

/** After a longer pause, the next word begins a sentence of its own. */
const PAUSE_MS = 2_000;
const ended = /[.!?…。！？]["'”’»)\]]*$/u;

/**
 * Returns the turns of what was heard: one for each sentence where the time of each word is known, else one for each part. Parts without times become
 * turns without times.
 */
export function spokenSentences(parts: readonly HeardPart[]): Turn[] {
  const turns: Turn[] = [];
  let open: { turn: Turn; last: HeardWord } | null = null;
  for (const part of parts) {
    const speaker = part.speaker ?? "";
    const words = wordsOf(part);
    if (!words) {
      open = null;
      if (part.text.trim() !== "") turns.push(turnOf(part, speaker));
      continue;
    }
    for (const word of words) {
      const goesOn: boolean =
        open !== null &&
        open.turn.speaker === speaker &&
        !ended.test(open.turn.text) &&
        word.startMs - open.last.endMs < PAUSE_MS;
      if (open && goesOn) {
        open.turn.text += ` ${word.text}`;
        open.turn.end = word.endMs;
        open.last = word;
      } else {
        const turn: Turn = { speaker, text: word.text, start: word.startMs, end: word.endMs };
        turns.push(turn);
        open = { turn, last: word };
      }
    }
  }
  return turns;
}

/** Words count only if they are those of the text: some servers leave out signs, or words. */
function wordsOf({ text, words }: HeardPart): HeardWord[] | null {
  const tokens = tokensOf(text);
  if (!words || words.length !== tokens.length) return null;
  return words.map((word, index) => ({ ...word, text: tokens[index] ?? word.text }));
}

function turnOf({ text, startMs, endMs }: HeardPart, speaker: string): Turn {
  return {
    speaker,
    text: text.trim(),
    ...(startMs !== null && { start: startMs }),
    ...(endMs !== null && { end: endMs }),
  };
}
