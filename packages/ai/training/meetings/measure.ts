import { cuesOf } from "../../src/meetings/cues/cues-of";
import { findDues } from "../../src/meetings/dates/find-dues";
import type { MeetingEvidence, MeetingFindings, MeetingInput } from "../../src/meetings/meeting";
import { viewMeeting } from "../../src/meetings/meeting-view";
import { peopleOf } from "../../src/meetings/people";
import { wordsOf } from "../../src/meetings/spoken";
import { understandMeeting } from "../../src/meetings/understand-meeting";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { stem } from "../../src/stem";
import {
  actionScores,
  agreement,
  labelledActions,
  wholeLabels,
  wholeScores,
} from "./action-scores";
import { decisionWords, lexRank, upTo } from "./baselines";
import { asInput, type MarkedMeeting, qmsum } from "./qmsum";
import { compared, meanOf, rougeL, type Score, topicScore, turnsOf } from "./scores";
import { writtenScores } from "./written-scores";

/** The day on which the meetings of the sets are taken to be held, so that days that are said can be worked out. */
const HELD_ON = "2026-03-03";
const HOUR_TURNS = 1_000;
const HOURS = 6;

type Understood = { meeting: MarkedMeeting; found: MeetingFindings };

/** The parts of the measure: what people marked in QMSum, actions of AMI, meetings that were written for it, and the time that it takes. */
export const meetingMeasures = ["marked", "actions", "whole", "written", "times"] as const;
export type MeetingMeasure = (typeof meetingMeasures)[number];

/** Measures what is found in meetings that people marked. Scores are from 0 to 1, means of meetings. */
export async function measureMeetings(
  encoder: SentenceEncoder,
  only: readonly MeetingMeasure[] = meetingMeasures,
): Promise<Record<string, number>> {
  const measures = {
    marked: async () => {
      const all = await understood(qmsum("val"), encoder);
      return {
        ...decisionScores(all),
        ...topicScores(all),
        ...summaryScores(all),
        ...proofs("", all),
      };
    },
    actions: async () => {
      const sets = labelledActions();
      const named = new Set(Object.values(sets).flatMap((set) => Object.keys(set)));
      const meetings = qmsum("train").filter(({ name }) => named.has(name));
      const all = await understood(meetings, encoder);
      return {
        ...agreement(sets.first, sets.second, meetings),
        ...actionScores("actions", all, sets.meetings),
        ...actionScores("actions_others", all, sets.others),
        ...actionScores("actions_later", all, sets.later),
        ...proofs("actions_", all),
      };
    },
    whole: () => whole(encoder),
    written: () => writtenScores(encoder),
    times: () => times(encoder),
  };
  const report: Record<string, number> = {};
  for (const measure of only) Object.assign(report, await measures[measure]());
  return report;
}

/** Beside the decisions are those turns as findings in which a plain search for decisions finds a word. */
async function whole(encoder: SentenceEncoder): Promise<Record<string, number>> {
  const labels = wholeLabels();
  const meetings = qmsum("train").filter(({ name }) => labels.decisions[name]);
  const all = await understood(meetings, encoder);
  const turnsOfEach = (each: { evidence: readonly MeetingEvidence[] }) =>
    each.evidence.flatMap(({ turns }) => turns);
  const placesOf = (kind: "decisions" | "actions") =>
    all.map(({ meeting: { name }, found }) => ({ name, places: found[kind].map(turnsOfEach) }));
  const byWords = meetings.map(({ name, input: { text, turns } }) => ({
    name,
    places: turns
      .filter(({ span }) => decisionWords.test(text.slice(...span)))
      .map(({ number }) => [number]),
  }));
  const keyed = (prefix: string, scores: Record<string, number>) =>
    Object.fromEntries(Object.entries(scores).map(([key, value]) => [`${prefix}_${key}`, value]));
  return {
    whole_meetings: meetings.length,
    ...keyed("whole_decisions", wholeScores("decisions", placesOf("decisions"), labels)),
    ...keyed("whole_decisions_cue_words", wholeScores("decisions", byWords, labels)),
    ...keyed("whole_actions", wholeScores("actions", placesOf("actions"), labels)),
    ...proofs("whole_", all),
  };
}

async function understood(
  meetings: readonly MarkedMeeting[],
  encoder: SentenceEncoder,
): Promise<Understood[]> {
  const all: Understood[] = [];
  for (const meeting of meetings) {
    const input = { ...meeting.input, heldOn: HELD_ON, wantsTone: true };
    all.push({ meeting, found: await understandMeeting(input, encoder) });
  }
  return all;
}

/** Beside the findings are turns with words of decisions, the same with as many turns around them, and all turns. */
function decisionScores(all: readonly Understood[]) {
  const marked = all.filter(({ meeting }) => meeting.decisions.length > 0);
  const scores = (turns: (each: Understood) => Iterable<number>) =>
    meanOf(
      marked.map((each) => {
        const wanted = each.meeting.decisions.flatMap(([first, last]) => turnsOf(first, last));
        return compared(new Set(turns(each)), new Set(wanted));
      }),
    );
  const withWords = ({ meeting: { input } }: Understood) =>
    input.turns
      .filter(({ span }) => decisionWords.test(input.text.slice(...span)))
      .map(({ number }) => number);
  const found = scores(({ found }) =>
    found.decisions.flatMap(({ discussion }) => turnsOf(discussion.firstTurn, discussion.lastTurn)),
  );
  return {
    decisions_meetings: marked.length,
    decisions_shown:
      all.reduce((sum, { found: { decisions } }) => sum + decisions.length, 0) / all.length,
    ...named("decisions", found),
    ...named("decisions_cue_words", scores(withWords)),
    decisions_all_turns_f1: scores(({ meeting }) => turnsOf(1, meeting.input.turns.length)).f1,
  };
}

function topicScores(all: readonly Understood[]) {
  const scores = (stretches: (each: Understood) => { firstTurn: number; lastTurn: number }[]) =>
    meanOf(all.map((each) => topicScore(stretches(each), each.meeting.topics)));
  const equal = ({ meeting, found }: Understood) => {
    const turns = meeting.input.turns.length;
    const count = found.topics.length;
    return found.topics.map((_, at) => ({
      firstTurn: Math.floor((at * turns) / count) + 1,
      lastTurn: Math.floor(((at + 1) * turns) / count),
    }));
  };
  const byWords = ({ meeting: { input } }: Understood) => {
    const { movesOn } = cuesOf("en");
    const starts = input.turns
      .filter(({ number, span }) => number === 1 || movesOn.test(input.text.slice(...span)))
      .map(({ number }) => number);
    return starts.map((firstTurn, at) => ({
      firstTurn,
      lastTurn: (starts[at + 1] ?? input.turns.length + 1) - 1,
    }));
  };
  return {
    ...named(
      "topics",
      scores(({ found }) => found.topics),
    ),
    topics_equal_parts_f1: scores(equal).f1,
    topics_cue_words_f1: scores(byWords).f1,
  };
}

/** Looks at each finding again, by other means than those that made it. */
function proofs(prefix: string, all: readonly Understood[]) {
  let [statements, holding, owners, invented, dates, inventedDates] = [0, 0, 0, 0, 0, 0];
  for (const { meeting, found } of all) {
    const input = { ...meeting.input, heldOn: HELD_ON };
    const { short, medium, long } = found.summary;
    const lists = [
      found.actions,
      found.decisions,
      found.questions,
      found.tone ?? [],
      short,
      medium,
      long,
    ];
    const evidence = [...lists.flat().map((each) => each.evidence), found.outcome.evidence];
    const named = evidence.filter((each, at) => at < evidence.length - 1 || each.length > 0);
    statements += named.length;
    holding += named.filter(
      (each) => each.length > 0 && each.every((one) => holds(input, one)),
    ).length;
    for (const { owner, due, evidence: of } of found.actions) {
      owners += Number(owner !== null);
      dates += Number(due !== null);
      if (owner && !isOwner(input, owner.name, of)) invented += 1;
      if (due && !isSaid(input, due, of)) inventedDates += 1;
    }
  }
  return {
    [`${prefix}statements`]: statements,
    [`${prefix}evidence_holds`]: holding / Math.max(1, statements),
    [`${prefix}owners`]: owners,
    [`${prefix}owners_invented`]: invented,
    [`${prefix}dates`]: dates,
    [`${prefix}dates_invented`]: inventedDates,
  };
}

function holds(
  { text, turns }: MeetingInput,
  { quote, span, turns: numbers }: MeetingEvidence,
): boolean {
  const turn = turns.find(({ span: of }) => of[0] <= span[0] && span[1] <= of[1]);
  return (
    quote !== "" &&
    text.slice(...span) === quote &&
    turn !== undefined &&
    numbers.includes(turn.number)
  );
}

function isOwner(input: MeetingInput, name: string, evidence: readonly MeetingEvidence[]): boolean {
  const people = peopleOf(input);
  return evidence.some(
    ({ quote, turns }) =>
      turns.some((number) => input.turns[number - 1]?.speaker === name) ||
      quote.includes(name) ||
      people.mentionsIn(quote).some(({ person }) => person.name === name),
  );
}

function isSaid(
  input: MeetingInput,
  { on, words }: { on: string; words: string },
  evidence: readonly MeetingEvidence[],
): boolean {
  return evidence.some(({ turns }) =>
    turns.some((number) => {
      const turn = input.turns[number - 1];
      const said = turn ? input.text.slice(...turn.span) : "";
      return (
        said.includes(words) &&
        findDues(words, { heldOn: HELD_ON, language: "en" }).some((due) => due.on === on)
      );
    }),
  );
}

/** Beside the summary of medium length are the first turns and what LexRank takes, both with as many words. */
function summaryScores(all: readonly Understood[]) {
  const scores = all.map(({ meeting, found }) => {
    const wanted = stems(meeting.summary);
    const ours = found.summary.medium.map(({ text }) => text).join(" ");
    const size = wordsOf(ours).length;
    const { sentences } = viewMeeting(meeting.input, "en");
    const texts = sentences.map(({ text }) => text);
    const score = (text: string) => rougeL(stems(text), wanted);
    return [score(ours), score(upTo(size, texts)), score(upTo(size, lexRank(texts)))];
  });
  const mean = (at: number) =>
    scores.reduce((sum, each) => sum + (each[at] ?? 0), 0) / scores.length;
  return { rouge_l: mean(0), rouge_l_first_turns: mean(1), rouge_l_lexrank: mean(2) };
}

function stems(text: string): string[] {
  return wordsOf(text).map(stem);
}

/** Milliseconds of CPU for an hour of 1,000 turns, and for six. */
async function times(encoder: SentenceEncoder) {
  const said = qmsum("val")
    .filter(isTalk)
    .flatMap(({ input }) =>
      input.turns.map(({ speaker, span }) => ({
        speaker: speaker ?? "",
        content: input.text.slice(...span),
      })),
    );
  const hour = asInput("An hour", said.slice(0, HOUR_TURNS));
  const six = asInput("Six hours", said.slice(0, HOUR_TURNS * HOURS));
  await understandMeeting(hour, encoder);
  const one = await timed(() => understandMeeting(hour, encoder));
  const before = process.memoryUsage().rss;
  const all = await timed(() => understandMeeting(six, encoder));
  const more = (process.memoryUsage().rss - before) / 1_048_576;
  return {
    hour_words: wordsOf(hour.text).length,
    hour_cpu_ms: one,
    six_hours_cpu_ms: all,
    six_hours_for_one: all / one / (wordsOf(six.text).length / wordsOf(hour.text).length),
    six_hours_more_mb: Math.max(0, more),
  };
}

/** True for a meeting of short turns, of which about a thousand fill an hour. */
function isTalk({ input }: MarkedMeeting): boolean {
  return wordsOf(input.text).length < input.turns.length * 14;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function named(name: string, { precision, recall, f1 }: Score) {
  return { [`${name}_precision`]: precision, [`${name}_recall`]: recall, [`${name}_f1`]: f1 };
}
