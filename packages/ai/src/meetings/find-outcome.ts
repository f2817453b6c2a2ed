import type { MeetingOutcomeKind } from "@besunny/document-model/statements/meeting-words";
import type { Cues } from "./cues/cues";
import type { MeetingOutcome, MeetingStatement } from "./meeting";
import type { MeetingView, Said } from "./meeting-view";

/** A decision or an action less sure than this does not tell how the meeting came out. */
const SURE = 0.6;
const SURE_DECISION = 0.45;
const MOST_EVIDENCE = 3;
/** Words near the end tell more of the outcome than those before. */
const END = 0.6;

export type OutcomeDraft = { kind: MeetingOutcomeKind; confidence: number; said: Said[] };
type Found = {
  decisions: readonly MeetingStatement[];
  actions: readonly MeetingStatement[];
};

/** Says how a meeting came out, or null where the transcript does not say enough. Statements and cues vote in a fixed order. */
export function findOutcome(view: MeetingView, cues: Cues, found: Found): OutcomeDraft | null {
  const decisions = sure(view, found.decisions, SURE_DECISION);
  const actions = sure(view, found.actions, SURE);
  const late = view.sentences.filter(({ at }) => at >= view.sentences.length * END);
  const heard = (pattern: RegExp, among: readonly Said[]) =>
    among.filter(({ text }) => pattern.test(text) && !text.endsWith("?"));
  const blocked = heard(cues.blocked, view.sentences);
  const postponed = heard(cues.postponed, late);
  const followUp = heard(cues.followUp, late);
  const informs = heard(cues.informs, view.sentences);

  if (decisions.length > 0)
    return draft("decided", Math.min(0.9, 0.62 + 0.08 * decisions.length), decisions);
  if (blocked.length > 1 || (blocked.length === 1 && postponed.length > 0))
    return draft("blocked", 0.65, blocked);
  if (postponed.length > 0 && actions.length === 0) return draft("no-outcome", 0.6, postponed);
  if (actions.length > 0)
    return draft("follow-up", Math.min(0.85, 0.6 + 0.06 * actions.length), actions);
  if (followUp.length > 0) return draft("follow-up", 0.6, followUp);
  if (informs.length > 0) return draft("information", 0.7, informs);
  return null;
}

/** Returns an outcome for those who read it, null in all parts where there is none. */
export function noOutcome(): MeetingOutcome {
  return { kind: null, confidence: null, evidence: [] };
}

function draft(kind: MeetingOutcomeKind, confidence: number, said: readonly Said[]): OutcomeDraft {
  return { kind, confidence, said: said.slice(-MOST_EVIDENCE) };
}

function sure(view: MeetingView, statements: readonly MeetingStatement[], least: number): Said[] {
  const places = new Set(
    statements
      .filter(({ confidence }) => confidence >= least)
      .map(({ evidence }) => evidence[0]?.span[0]),
  );
  return view.sentences.filter(({ span }) => places.has(span[0]));
}
