import { z } from "zod";
import type { Actor } from "../../access/actor";
import { projectId } from "../../ids";
import { actionsFor } from "../../meetings/contract/action";
import { type Contradiction, decisionsFor } from "../../meetings/contract/decision";
import type { MeetingEvidence } from "../../meetings/contract/evidence";
import { type QueryTools, query } from "../../operation/query";
import { ofType } from "../../shapes";

/** Decisions or actions that are compared with a question: the latest, or those that are due first. */
const MOST = 500;

/** A decision or an action of a meeting. Days are `YYYY-MM-DD`. */
export type MeetingPoint = {
  text: string;
  /** The one who said the decision, or is to do the action; null if nobody is named. */
  who: string | null;
  isMine: boolean;
  /** Its text, topic, meeting and quotes. */
  content: string;
  /** The day of the meeting. */
  day: string | null;
  due: string | null;
  state: "stands" | "reopened" | "replaced" | "draft" | "open" | "done";
  isConfirmed: boolean;
  /** Null for an action that is kept without a transcript. */
  documentId: string | null;
  title: string;
  evidence: MeetingEvidence | null;
  against: Contradiction | null;
};

export const findPoints = query("answers.find-points", {
  title: "Find decisions or actions of meetings for an answer",
  permission: "document.ask",
  input: z.object({
    part: z.enum(["decisions", "actions"]),
    isDone: z.boolean(),
    projectId: projectId.optional(),
  }),
  output: ofType<MeetingPoint[]>(),
  doors: [],

  handle: (tools, { part, ...wanted }) =>
    part === "decisions" ? decisionPoints(tools, wanted) : actionPoints(tools, wanted),
});

type Wanted = { isDone: boolean; projectId?: string | undefined };

async function decisionPoints(
  tools: QueryTools,
  { projectId: project }: Wanted,
): Promise<MeetingPoint[]> {
  const { items } = await tools.decisions.list({ projectId: project }, { limit: MOST });
  const topicOf = await topicsFor(tools, items);
  const me = idOf(tools.actor);
  const found = await decisionsFor(tools, items);
  return items.flatMap((row, at) => {
    const decision = found[at];
    if (!decision) return [];
    const { text, by, meeting, evidence, reopenedBy, decidedAt, documentId } = decision;
    const speaker = row.meeting.speakers.find(({ number }) => number === row.speaker);
    return {
      text,
      who: by,
      isMine: me !== null && speaker?.userId === me,
      content: contentOf(text, topicOf(row), meeting.title, evidence),
      day: dayOf(decidedAt ?? meeting.beganAt),
      due: null,
      state: decision.state,
      isConfirmed: decision.isConfirmed,
      documentId,
      title: meeting.title,
      evidence: evidence[0] ?? null,
      against: reopenedBy,
    };
  });
}

async function actionPoints(
  tools: QueryTools,
  { isDone, projectId: project }: Wanted,
): Promise<MeetingPoint[]> {
  const states = isDone ? ["done"] : ["draft", "open"];
  const { items } = await tools.actionItems.list({ projectId: project, states }, { limit: MOST });
  const topicOf = await topicsFor(tools, items);
  const me = idOf(tools.actor);
  const found = await actionsFor(tools, items);
  return items.flatMap((row, at) => {
    const action = found[at];
    if (!action || action.state === "rejected" || action.state === "merged") return [];
    const { text, owner, due, meeting, evidence, state, isConfirmed, documentId } = action;
    const title = meeting?.title ?? "";
    return {
      text,
      who: owner?.name ?? null,
      isMine: me !== null && owner?.userId === me,
      content: contentOf(text, topicOf(row), title, evidence),
      day: dayOf(meeting ? meeting.beganAt : action.createdAt),
      due: due?.on ?? null,
      state,
      isConfirmed,
      documentId,
      title,
      evidence: evidence[0] ?? null,
      against: null,
    };
  });
}

type InTopic = { meetingId: string | null; topic: number | null };

async function topicsFor(
  { meetings }: QueryTools,
  rows: readonly InTopic[],
): Promise<(row: InTopic) => string> {
  const ids = [...new Set(rows.flatMap(({ meetingId }) => meetingId ?? []))];
  const topics = await meetings.topicsOf(ids);
  const names = new Map(topics.map((each) => [`${each.meetingId} ${each.topic}`, each.text]));
  return ({ meetingId, topic }) => names.get(`${meetingId} ${topic}`) ?? "";
}

function contentOf(
  text: string,
  topic: string,
  title: string,
  evidence: readonly MeetingEvidence[],
): string {
  return [text, topic, title, ...evidence.map(({ quote }) => quote)].join("\n");
}

function dayOf(at: Date | null): string | null {
  return at?.toISOString().slice(0, 10) ?? null;
}

function idOf(actor: Actor): string | null {
  return actor.kind === "user" ? actor.id : null;
}
