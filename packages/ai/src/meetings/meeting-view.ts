import type { Span } from "@besunny/document-model/parsed-document";
import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { MeetingInput } from "./meeting";
import { shownWords, withoutMarks } from "./spoken";

/** A sentence that somebody said; `text` is as people read it, `at` its place among all. */
export type Said = { at: number; turn: Turn; span: Span; text: string };

/** A meeting prepared once for all that is found out about it. `bare` is its text without names and marks, of the same length. */
export type MeetingView = {
  input: MeetingInput;
  turns: readonly Turn[];
  language: string | null;
  bare: string;
  sentences: readonly Said[];
  /** True if two people talk with each other, so that each answers the other. */
  twoSpeak: boolean;
  /** Returns the sentences of a turn. */
  saidIn(turn: Turn): readonly Said[];
  /** Returns a turn by its number. */
  turnAt(number: number): Turn | undefined;
};

export function viewMeeting(input: MeetingInput, language: string | null): MeetingView {
  const { turns, text } = input;
  const bare = bareText(text, turns);
  const sentences: Said[] = [];
  const byTurn = new Map<number, Said[]>();
  for (const turn of turns) {
    const own = sentencesOfText(bare, ...turn.span).flatMap((span) => {
      const shown = shownWords(bare.slice(...span), language);
      return shown === "" ? [] : [{ at: 0, turn, span, text: shown }];
    });
    for (const each of own) {
      each.at = sentences.length;
      sentences.push(each);
    }
    byTurn.set(turn.number, own);
  }
  return {
    input,
    turns,
    language,
    bare,
    sentences,
    twoSpeak: new Set(turns.map(({ speaker }) => speaker)).size === 2,
    saidIn: ({ number }) => byTurn.get(number) ?? [],
    turnAt: (number) => turns[number - 1],
  };
}

function bareText(text: string, turns: readonly Turn[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span } of turns) {
    pieces.push(text.slice(at, span[0]).replace(/[^\n]/g, " "), withoutMarks(text.slice(...span)));
    at = span[1];
  }
  return `${pieces.join("")}${" ".repeat(Math.max(0, text.length - at))}`;
}
