import type { Cues } from "./cues/cues";
import type { Draft } from "./enforce";
import type { MeetingView, Said } from "./meeting-view";
import { contentWords, wordsOf } from "./spoken";

const SURE = { declared: 0.72, agreed: 0.85, proposed: 0.62 } as const;
const WITHIN_TURNS = 3;
const LEAST_WORDS = 4;
const LEAST_CONTENT = 2;

type Resolution = { agreement: Said | null; objection: Said | null };

export type DecisionDraft = Draft & { by: string | null };

/**
 * Finds decisions: what is said to be decided, and what one proposes, another agrees to, and nobody objects to within three turns.
 */
export function findDecisions(view: MeetingView, cues: Cues): DecisionDraft[] {
  return view.sentences.flatMap((said) => {
    const { text } = said;
    if (wordsOf(text).length < LEAST_WORDS || contentWords(text).length < LEAST_CONTENT) return [];
    if (cues.noDecision.test(text)) return [];
    const isDeclared = cues.decides.test(text) && !text.endsWith("?");
    if (!isDeclared && !cues.proposes.test(text)) return [];
    const { agreement, objection } = resolutionOf(said, view, cues);
    if (objection || (!isDeclared && !agreement)) return [];
    const how = isDeclared ? (agreement ? "agreed" : "declared") : "proposed";
    return [draftOf(said, agreement, SURE[how], view)];
  });
}

/** Finds whether others agreed or objected within three turns. What is said after another proposal is of that one. */
function resolutionOf(said: Said, view: MeetingView, cues: Cues): Resolution {
  let agreement: Said | null = null;
  for (let ahead = 1; ahead <= WITHIN_TURNS; ahead++) {
    const turn = view.turnAt(said.turn.number + ahead);
    const [first] = turn ? view.saidIn(turn) : [];
    if (!turn || !first || turn.speaker === said.turn.speaker) continue;
    if (cues.objects.test(first.text)) return { agreement, objection: first };
    if (!agreement && cues.agrees.test(first.text)) agreement = first;
    else if (view.saidIn(turn).some(({ text }) => cues.proposes.test(text))) break;
  }
  return { agreement, objection: null };
}

function draftOf(
  said: Said,
  agreement: Said | null,
  confidence: number,
  view: MeetingView,
): DecisionDraft {
  const all = agreement ? [said, agreement] : [said];
  return {
    text: said.text,
    by: said.turn.speaker,
    confidence,
    evidence: all.map(({ turn, span }) => ({
      turns: [turn.number],
      quote: view.input.text.slice(...span),
      span,
    })),
  };
}
