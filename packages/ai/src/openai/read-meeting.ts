import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { z } from "zod";

import type { Cost } from "../ai";
import { withDiscussion } from "../meetings/decisions/discussion";
import { type Draft, enforce, enforceAction } from "../meetings/enforce";
import type {
  MeetingEvidence,
  MeetingFindings,
  MeetingInput,
  MeetingOutcome,
  MeetingStatement,
  MeetingSummarySentence,
} from "../meetings/meeting";
import { type MeetingView, viewMeeting } from "../meetings/meeting-view";
import { peopleOf } from "../meetings/people";
import { withoutDoubles } from "../meetings/without-doubles";
import { askForForm } from "./ask-for-form";
import { type Hosted, sumOf, withCost } from "./hosted";
import { joinFindings } from "./join-findings";
import { messagesForDigest, messagesForTurns } from "./meeting-messages";
import { MeetingDigest, MeetingReading } from "./meeting-schema";
import { UnusableAnswer } from "./unusable-answer";

const WINDOW_TURNS = 60;
const OVERLAP_TURNS = 6;
const WINDOW_CHARACTERS = 24_000;
const MOST_OUTPUT = 12_000;
/** An outcome less sure than this is none. */
const CERTAIN = 0.6;

type Given = { input: MeetingInput; local: MeetingFindings };
type Options = { withoutSchema: Set<string>; signal?: AbortSignal | undefined };

/**
 * Reads a meeting with a hosted model, in stretches that overlap, and makes the summary of what was read. What it says is checked by the same
 * function as what rules say, and put before that. Throws `UnusableAnswer` if no answer fits the schema.
 */
export async function readMeeting(
  hosted: Hosted,
  { input: given, local }: Given,
  options: Options,
): Promise<MeetingFindings> {
  const input = { ...given, heldOn: local.heldOn };
  const view = viewMeeting(input, local.language);
  const checks = { view, people: peopleOf(input) };
  const costs: Cost[] = [];
  const readings: MeetingReading[] = [];
  const unread: UnusableAnswer[] = [];
  for (const turns of windowsOf(input)) {
    const messages = await messagesForTurns(view, turns);
    const reading = await usable(unread, () =>
      asked(
        hosted,
        { schema: MeetingReading, name: "meeting_reading", costs, ...options },
        messages,
      ),
    );
    if (reading) readings.push(reading);
  }
  const last = unread.at(-1);
  if (readings.length === 0 && last) throw last;

  const topicOf = topicsOf(local);
  const statements = (kind: "sentences" | "decisions" | "questions") =>
    withoutDoubles(
      readings.flatMap((reading) => reading[kind].flatMap((draft) => enforce(draft, checks) ?? [])),
    );
  const long = statements("sentences").map(topicOf);
  const digest =
    long.length === 0
      ? null
      : await usable(unread, async () =>
          asked(
            hosted,
            { schema: MeetingDigest, name: "meeting_digest", costs, ...options },
            await messagesForDigest(view, long),
          ),
        );
  const by = (each: MeetingStatement) => ({ ...topicOf(each), by: speakerOf(each, view) });
  const actions = readings.flatMap((reading) =>
    reading.actions.flatMap((draft) => enforceAction(draft, checks) ?? []),
  );
  return {
    ...local,
    producedBy: { kind: "openai", model: hosted.model, release: "1" },
    summary: digest ? summaryOf(digest, long, local) : local.summary,
    decisions: joinFindings(
      "decisions",
      statements("decisions").map((each) => withDiscussion(by(each), local.topics)),
      local.decisions,
    ),
    questions: joinFindings("questions", statements("questions").map(by), local.questions),
    actions: joinFindings("actions", actions.map(topicOf), local.actions),
    outcome: (digest && outcomeOf(digest, long)) ?? local.outcome,
    problems: [
      ...local.problems,
      ...(unread.length > 0
        ? ["The model's answers on parts of the meeting could not be used. Rules alone read them."]
        : []),
    ],
    cost: sumOf(costs),
  };
}

/** Returns null for an answer that cannot be used, and keeps the reason. */
async function usable<Answer>(
  unread: UnusableAnswer[],
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UnusableAnswer)) throw error;
    unread.push(error);
    return null;
  }
}

async function asked<Schema extends z.ZodType>(
  { chat, model, scope }: Hosted,
  {
    schema,
    name,
    costs,
    withoutSchema,
    signal,
  }: Options & { schema: Schema; name: string; costs: Cost[] },
  messages: Awaited<ReturnType<typeof messagesForTurns>>,
): Promise<z.infer<Schema>> {
  const answer = await askForForm(chat, {
    scope,
    kind: "chat",
    model,
    messages,
    mostOutput: MOST_OUTPUT,
    signal,
    onSpent: (spent) => void costs.push(withCost(spent)),
    name,
    schema,
    withoutSchema,
  });
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new UnusableAnswer(
    "The model's answer was not of the form that was asked for.",
    sumOf(costs),
    {
      cause: read.error,
    },
  );
}

/** Returns stretches of turns. Each begins with the last turns of the one before. */
export function windowsOf({ turns }: Pick<MeetingInput, "turns">): Turn[][] {
  const windows: Turn[][] = [];
  let start = 0;
  while (start < turns.length) {
    let end = start;
    let size = 0;
    while (end < turns.length && end - start < WINDOW_TURNS) {
      const { span } = turns[end] ?? { span: [0, 0] };
      size += span[1] - span[0];
      if (size > WINDOW_CHARACTERS && end > start) break;
      end++;
    }
    windows.push(turns.slice(start, end));
    if (end === turns.length) break;
    start = Math.max(start + 1, end - OVERLAP_TURNS);
  }
  return windows;
}

function topicsOf({ topics }: MeetingFindings) {
  return <Statement extends Pick<Draft, "evidence">>(
    each: Statement,
  ): Statement & { topic: number } => {
    const turn = each.evidence[0]?.turns[0] ?? 1;
    return {
      ...each,
      topic: Math.max(
        0,
        topics.findIndex(({ lastTurn }) => turn <= lastTurn),
      ),
    };
  };
}

function speakerOf({ evidence }: MeetingStatement, view: MeetingView): string | null {
  const [first] = evidence;
  const turn = first?.turns
    .flatMap((number) => view.turnAt(number) ?? [])
    .find(({ span }) => span[0] <= first.span[0] && first.span[1] <= span[1]);
  return turn?.speaker ?? null;
}

/** A sentence that rests on none of those that were read is left out. A length without any sentence is that of the rules. */
function summaryOf(
  digest: MeetingDigest,
  long: readonly MeetingSummarySentence[],
  local: MeetingFindings,
): MeetingFindings["summary"] {
  const kept = (all: MeetingDigest["short"]) =>
    all.flatMap(({ text, from }) => {
      const rests = from.flatMap((number) => long[number - 1] ?? []);
      const [first] = rests;
      if (!first || text.trim() === "") return [];
      const confidence = Math.min(...rests.map((each) => each.confidence));
      return [{ text: text.trim(), confidence, topic: first.topic, evidence: evidenceOf(rests) }];
    });
  const [short, medium] = [kept(digest.short), kept(digest.medium)];
  return {
    short: short.length > 0 ? short : local.summary.short,
    medium: medium.length > 0 ? medium : local.summary.medium,
    long: [...long],
  };
}

function outcomeOf(
  { outcome }: MeetingDigest,
  long: readonly MeetingSummarySentence[],
): MeetingOutcome | null {
  const rests = outcome?.from.flatMap((number) => long[number - 1] ?? []) ?? [];
  if (!outcome || rests.length === 0 || outcome.confidence < CERTAIN) return null;
  const confidence = Math.min(1, outcome.confidence);
  return { kind: outcome.kind, confidence, evidence: evidenceOf(rests) };
}

function evidenceOf(rests: readonly MeetingStatement[]): MeetingEvidence[] {
  return rests.flatMap(({ evidence }) => evidence);
}
