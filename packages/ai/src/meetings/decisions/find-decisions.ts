import type { Cues } from "../cues/cues";
import { isGerman } from "../dates/date-words";
import type { Draft } from "../enforce";
import type { MeetingVectors } from "../meeting-vectors";
import type { MeetingView, Said } from "../meeting-view";
import { contentWords, wordsOf } from "../spoken";
import { decisionFeatures } from "./decision-features";
import { decisionSureness } from "./decision-model";
import { type Formal, formalOf } from "./formal";
import { type Resolution, resolutions } from "./resolutions";
import { hasSigns, signsOf } from "./signs-of";

/** The sureness of proposals and resolutions in clear words, whatever the model says of them. */
const FORMAL = { welcome: 0.5, agreed: 0.65, resolved: 0.6 } as const;
/**
 * Sentences less sure than this are not shown, by what the model reads. In meetings that trained no model, one in three from here on was a
 * decision (`bench meetings --only whole`). A higher bound had hardly more. Words of an earlier time ask for more.
 */
const SURE = { meaning: 0.15, signs: 0.3, earlier: 0.6 } as const;
/** The most decisions for each hour of 1,000 turns, and of any meeting. */
const MOST_PER_TURN = 0.012;
const LEAST_MOST = 8;
const LEAST_WORDS = 4;
const LEAST_CONTENT = 2;
/** The same words within so many turns are one decision. */
const SAME_TURNS = 4;

export type DecisionDraft = Draft & { by: string | null };
type Given = { view: MeetingView; cues: Cues; vectors: MeetingVectors };
type Candidate = { said: Said; agreement: Said | null; confidence: number };

/** Finds the sentences that tell decisions, by their words, by what others answer, and in English by what they mean. */
export function findDecisions({ view, cues, vectors }: Given): DecisionDraft[] {
  if (!hasSigns(view.language)) return [];
  const signs = signsOf(view.language);
  const formal = formalOf(view.language);
  const resolutionOf = resolutions(view, cues);
  const candidates = view.sentences.flatMap((said): Candidate[] => {
    const { text } = said;
    if (wordsOf(text).length < LEAST_WORDS || contentWords(text).length < LEAST_CONTENT) return [];
    const resolution = resolutionOf(said);
    const features = decisionFeatures(said, resolution, { view, cues, signs });
    const vector = isGerman(view.language) ? null : vectors.vectorOf(said.span);
    const confidence = Math.max(
      decisionSureness(features, vector),
      formalSureness(text, resolution, formal, cues),
    );
    const agreement = resolution.first === "agrees" ? (resolution.agreements[0] ?? null) : null;
    const usual = vector ? SURE.meaning : SURE.signs;
    return confidence < (formal.earlier.test(text) ? SURE.earlier : usual)
      ? []
      : [{ said, agreement, confidence }];
  });
  return chosen(candidates, view).map((each) => draftOf(each, view));
}

function formalSureness(
  text: string,
  { agreements, objections }: Resolution,
  formal: Formal,
  { noDecision }: Cues,
) {
  if (objections.length > 0 || formal.earlier.test(text) || formal.ofTheMeeting.test(text))
    return 0;
  const isQuestion = text.endsWith("?");
  if (!isQuestion && formal.resolves.test(text)) return FORMAL.resolved;
  if (agreements.length === 0) return 0;
  if (!isQuestion && formal.proposes.test(text)) return FORMAL.agreed;
  const isWelcome = agreements.some((each) => formal.welcomes.test(each.text));
  return isWelcome && formal.chooses.test(text) && !noDecision.test(text) ? FORMAL.welcome : 0;
}

/** Returns the surest in the order of the transcript, each matter once. */
function chosen(candidates: readonly Candidate[], { turns }: MeetingView): Candidate[] {
  const most = Math.max(LEAST_MOST, Math.round(turns.length * MOST_PER_TURN));
  const kept: Candidate[] = [];
  for (const each of candidates.toSorted((a, b) => b.confidence - a.confidence)) {
    if (kept.length < most && !kept.some((other) => isSame(other.said, each.said))) kept.push(each);
  }
  return kept.sort((a, b) => a.said.at - b.said.at);
}

function isSame(one: Said, other: Said): boolean {
  if (Math.abs(one.turn.number - other.turn.number) > SAME_TURNS) return false;
  const words = new Set(contentWords(one.text));
  return contentWords(other.text).some((word) => words.has(word));
}

function draftOf({ said, agreement, confidence }: Candidate, view: MeetingView): DecisionDraft {
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
