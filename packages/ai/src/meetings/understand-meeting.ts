import { setImmediate } from "node:timers/promises";

import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { loadNameLists } from "../redaction/detect/name-lists";
import { detectLanguage } from "../understanding/language/detect-language";
import { localProducer } from "../understanding/local-producer";
import type { Cues } from "./cues/cues";
import { cuesOf } from "./cues/cues-of";
import { heldOnOf } from "./dates/held-on";
import { withDiscussion } from "./decisions/discussion";
import { findDecisions } from "./decisions/find-decisions";
import { type Draft, enforce, enforceAction } from "./enforce";
import { findActions } from "./find-actions";
import { findOutcome, noOutcome } from "./find-outcome";
import { findQuestions } from "./find-questions";
import { findTones } from "./find-tones";
import type {
  MeetingFindings,
  MeetingInput,
  MeetingOutcome,
  MeetingTone,
  MeetingTopic,
} from "./meeting";
import { encodeMeeting, type MeetingVectors } from "./meeting-vectors";
import { type MeetingView, type Said, viewMeeting } from "./meeting-view";
import { type People, peopleOf } from "./people";
import { speakersOf } from "./speakers";
import { summariseMeeting } from "./summarise-meeting";
import { nameTopics } from "./topic-names";
import { topicStretches } from "./topics";
import { withoutDoubles } from "./without-doubles";

const CHARACTERS_FOR_LANGUAGE = 12_000;
const QUOTE_SHOWN = 0.8;

type Given = {
  view: MeetingView;
  people: People;
  cues: Cues;
  isGivenName: (word: string) => boolean;
};

/**
 * Returns everything that rules and the local models find out about a meeting. All statements pass `enforce`. The same input has the same
 * findings.
 */
export async function understandMeeting(
  given: MeetingInput,
  encoder: SentenceEncoder,
): Promise<MeetingFindings> {
  const language = await languageOf(given);
  const input = { ...given, heldOn: heldOnOf(given, language) };
  const view = viewMeeting(input, language);
  const nameLists = await loadNameLists();
  const checks = {
    view,
    people: peopleOf(input),
    cues: cuesOf(language),
    isGivenName: (word: string) => nameLists(word).isGiven,
  };
  const vectors = await encodeMeeting(view, encoder);
  const topics = await topicsOf(view, vectors, checks.cues);
  await setImmediate();
  const topicOf = placeIn(topics);

  const actions = withoutDoubles(
    findActions(checks).flatMap((draft) => enforceAction(draft, checks) ?? []),
  ).map((each) => ({ ...each, topic: topicOf(each) }));
  const acted = new Set(actions.map(({ evidence }) => evidence[0]?.span[0]));
  await setImmediate();
  const decisions = withoutDoubles(
    findDecisions({ view, cues: checks.cues, vectors }).flatMap(({ by, ...draft }) => {
      const kept = enforce(draft, checks);
      return kept && !acted.has(kept.evidence[0]?.span[0]) ? [{ ...kept, by }] : [];
    }),
  ).map((each) => withDiscussion({ ...each, topic: topicOf(each) }, topics));
  const questions = withoutDoubles(
    findQuestions(view, checks.cues).flatMap(({ by, ...draft }) => {
      const kept = enforce(draft, checks);
      return kept ? [{ ...kept, by }] : [];
    }),
  ).map((each) => ({ ...each, topic: topicOf(each) }));
  await setImmediate();

  return {
    producedBy: localProducer,
    language,
    heldOn: input.heldOn,
    turns: input.turns,
    speakers: speakersOf(view),
    topics,
    summary: summaryOf(checks, {
      vectors,
      topics,
      decided: saidIn(view, decisions),
      promised: saidIn(view, actions),
    }),
    decisions,
    questions,
    actions,
    outcome: outcomeOf(checks, { decisions, actions }),
    tone: tonesOf(checks, vectors, topics),
    problems: problemsOf(view),
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };
}

async function languageOf({ language, text, turns }: MeetingInput): Promise<string | null> {
  if (language !== undefined) return language;
  let said = "";
  for (const { span } of turns) {
    if (said.length > CHARACTERS_FOR_LANGUAGE) break;
    said += `${text.slice(...span)}\n`;
  }
  return (await detectLanguage(said))?.code ?? null;
}

async function topicsOf(
  view: MeetingView,
  vectors: MeetingVectors,
  cues: Cues,
): Promise<MeetingTopic[]> {
  const stretches = topicStretches(view, vectors, cues);
  const names = await nameTopics(view, stretches);
  return stretches.flatMap((stretch, index) => {
    const { name = "", said = null } = names[index] ?? {};
    const kept =
      said &&
      enforce(
        { text: name, confidence: QUOTE_SHOWN, evidence: [quoted(view, said)] },
        { view, people: none },
      );
    return [{ name, ...stretch, evidence: kept?.evidence ?? [] }];
  });
}

const none: People = { mentionsIn: () => [], called: () => null };

function quoted({ input }: MeetingView, { turn, span }: Said): Draft["evidence"][number] {
  return { turns: [turn.number], quote: input.text.slice(...span), span };
}

function placeIn(topics: readonly MeetingTopic[]) {
  return ({ evidence }: Pick<Draft, "evidence">): number => {
    const turn = evidence[0]?.turns[0] ?? 1;
    return Math.max(
      0,
      topics.findIndex(({ lastTurn }) => turn <= lastTurn),
    );
  };
}

function saidIn(view: MeetingView, statements: readonly Pick<Draft, "evidence">[]): Set<Said> {
  const places = new Set(statements.map(({ evidence }) => evidence[0]?.span?.[0]));
  return new Set(view.sentences.filter(({ span }) => places.has(span[0])));
}

function summaryOf(
  given: Given,
  chosen: Parameters<typeof summariseMeeting>[1],
): MeetingFindings["summary"] {
  const lengths = summariseMeeting(given.view, chosen);
  const kept = (all: (typeof lengths)["short"]) =>
    all.flatMap(({ said, topic }) => {
      const draft = { text: said.text, confidence: 1, evidence: [quoted(given.view, said)] };
      const statement = enforce(draft, given);
      return statement ? [{ ...statement, topic }] : [];
    });
  return { short: kept(lengths.short), medium: kept(lengths.medium), long: kept(lengths.long) };
}

function outcomeOf(
  given: Given,
  found: Pick<MeetingFindings, "decisions" | "actions">,
): MeetingOutcome {
  const draft = findOutcome(given.view, given.cues, found);
  if (!draft) return noOutcome();
  const { kind, confidence, said } = draft;
  const evidence = said.map((each) => quoted(given.view, each));
  const kept = enforce({ text: kind, confidence, evidence }, given);
  return kept ? { kind, confidence: kept.confidence, evidence: kept.evidence } : noOutcome();
}

/** Returns null where nobody asked for tones, or no turn has a name. */
function tonesOf(
  given: Given,
  vectors: MeetingVectors,
  topics: readonly MeetingTopic[],
): MeetingTone[] | null {
  const { view, cues } = given;
  const isKnown = view.language === "en" || view.language === "de";
  if (!view.input.wantsTone || !isKnown || view.turns.every(({ speaker }) => speaker === null))
    return null;
  return findTones(view, { vectors, topics, cues }).flatMap(({ said, ...tone }) => {
    const kept = enforce(
      {
        text: tone.tone,
        confidence: tone.confidence,
        evidence: said.map((each) => quoted(view, each)),
      },
      given,
    );
    return kept && kept.evidence.length > 1 ? [{ ...tone, evidence: kept.evidence }] : [];
  });
}

function problemsOf({ turns, language, sentences }: MeetingView): string[] {
  const problems: string[] = [];
  if (sentences.length === 0) problems.push("Nothing is said in this transcript.");
  else if (turns.every(({ speaker }) => speaker === null))
    problems.push("No speaker is named, so nobody can be the owner of an action by what he says.");
  if (turns.length > 0 && turns.every(({ startMs }) => startMs === null))
    problems.push("The transcript has no times.");
  if (turns.some(({ isTimeGuessed }) => isTimeGuessed))
    problems.push("The times of some turns are worked out from those around them.");
  const falls = turns.some(
    ({ startMs }, index) => (startMs ?? 0) < (turns[index - 1]?.startMs ?? 0),
  );
  if (falls) problems.push("Some times jump back.");
  if (language !== null && language !== "en" && language !== "de")
    problems.push("Actions, decisions and questions are only found in English and German.");
  return problems;
}
