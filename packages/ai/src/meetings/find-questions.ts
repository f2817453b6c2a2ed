import type { Cues } from "./cues/cues";
import type { Draft } from "./enforce";
import type { MeetingView, Said } from "./meeting-view";
import { contentWords, wordsOf } from "./spoken";

const SURE = { said: 0.75, unknown: 0.8, unanswered: 0.5 } as const;
const WITHIN_TURNS = 3;
const LEAST_WORDS = 5;
const LEAST_CONTENT = 2;
/** A reply of fewer words, which is not a yes or a no, is no answer. */
const LEAST_ANSWER = 3;

export type QuestionDraft = Draft & { by: string | null };

/** Finds the questions that nobody answered: those called open, those that others could not answer, and those without a reply. */
export function findQuestions(view: MeetingView, cues: Cues): QuestionDraft[] {
  return view.sentences.flatMap((said) => {
    const { text } = said;
    if (wordsOf(text).length < LEAST_WORDS || contentWords(text).length < LEAST_CONTENT) return [];
    if (cues.openQuestion.test(text)) return [draftOf([said], SURE.said, view)];
    if (!(text.endsWith("?") && (cues.asks.test(text) || contentWords(text).length > 3))) return [];
    const reply = replyTo(said, view, cues);
    if (reply === "answered") return [];
    const isWish = cues.requests.test(text) || cues.proposes.test(text);
    if (reply === null && isWish) return [];
    return reply === null
      ? [draftOf([said], SURE.unanswered, view)]
      : [draftOf([said, reply], SURE.unknown, view)];
  });
}

/** Returns the reply of somebody who does not know, null where nobody replies. */
function replyTo(said: Said, view: MeetingView, cues: Cues): Said | "answered" | null {
  const later = view.saidIn(said.turn).filter(({ at }) => at > said.at);
  if (later.some(({ text }) => wordsOf(text).length >= LEAST_WORDS && !text.endsWith("?")))
    return "answered";
  let heard = 0;
  for (let ahead = 1; ahead <= WITHIN_TURNS; ahead++) {
    const turn = view.turnAt(said.turn.number + ahead);
    if (!turn) break;
    const own = view.saidIn(turn);
    if (turn.speaker === said.turn.speaker) {
      if (own.some(({ text }) => wordsOf(text).length >= LEAST_WORDS)) return "answered";
      continue;
    }
    const unknown = own.slice(0, 2).find(({ text }) => cues.unknown.test(text));
    const isTold = own
      .slice(0, 3)
      .some((each) => each !== unknown && wordsOf(each.text).length > 12);
    if (unknown && !isTold) return unknown;
    const text = own.map((each) => each.text).join(" ");
    if (wordsOf(text).length >= LEAST_ANSWER || cues.agrees.test(text) || cues.objects.test(text))
      return "answered";
    heard += 1;
  }
  return heard > 0 || view.turnAt(said.turn.number + 1) === undefined ? null : "answered";
}

function draftOf(all: readonly Said[], confidence: number, view: MeetingView): QuestionDraft {
  return {
    text: all[0]?.text ?? "",
    by: all[0]?.turn.speaker ?? null,
    confidence,
    evidence: all.map(({ turn, span }) => ({
      turns: [turn.number],
      quote: view.input.text.slice(...span),
      span,
    })),
  };
}
