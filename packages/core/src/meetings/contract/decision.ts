import type { Repositories } from "@besunny/db/database";
import type { StoredDecision } from "@besunny/db/meetings/decisions";
import { z } from "zod";
import { confidence, count, idIn, instant } from "../../shapes";
import { OfMeeting } from "./action";
import { MeetingEvidence } from "./evidence";
import { evidenceOfAll } from "./spoken";

/** The states of a decision: it holds, was contradicted since, or gave way to another. */
export const decisionStates = ["stands", "reopened", "replaced"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** The ways in which a later place contradicts a decision: it says the opposite, or names another thing, amount or date. */
export const contradictionReasons = ["opposite", "replaced", "amount", "date"] as const;
export type ContradictionReason = (typeof contradictionReasons)[number];

/** The place that contradicts a decision: the words of a later meeting or document. */
export const Contradiction = z.object({
  documentId: idIn("doc"),
  title: z.string(),
  quote: z.string(),
  span: z.tuple([count, count]),
  decisionId: idIn("dec").nullable(),
  reason: z.enum(contradictionReasons),
});
export type Contradiction = z.infer<typeof Contradiction>;

/** A decision, by the words that say it. `discussion` is the turns in which it was talked about. */
export const Decision = z.object({
  id: idIn("dec"),
  text: z.string(),
  state: z.enum(decisionStates),
  by: z.string().nullable(),
  meeting: OfMeeting,
  documentId: idIn("doc"),
  projectIds: z.array(idIn("prj")),
  discussion: z.object({ firstTurn: count, lastTurn: count }).nullable(),
  replacedBy: idIn("dec").nullable(),
  reopenedBy: Contradiction.nullable(),
  confidence,
  evidence: z.array(MeetingEvidence),
  isConfirmed: z.boolean(),
  isCorrected: z.boolean(),
  isRemoved: z.boolean(),
  decidedAt: instant.nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** Returns stored decisions for an answer. What contradicts them is for who sees that document too. */
export async function decisionsFor(
  tools: Pick<Repositories, "meetings" | "documents">,
  stored: readonly StoredDecision[],
): Promise<Decision[]> {
  const evidenceOf = await evidenceOfAll(tools, stored);
  const against = stored.map(({ reopenedBy }) => Contradiction.nullable().parse(reopenedBy));
  const ids = against.flatMap((each) => each?.documentId ?? []);
  const seen = new Set((await tools.documents.findMany(ids)).map(({ id }) => id));
  return stored.map((row, index) => {
    const { meeting, firstTurn, lastTurn, speaker } = row;
    const reopenedBy = against[index] ?? null;
    const { speakers, ...ofMeeting } = meeting;
    return {
      id: row.id,
      text: row.text,
      state: decisionStates.find((each) => each === row.state) ?? "stands",
      by: speakers.find(({ number }) => number === speaker)?.name ?? null,
      meeting: ofMeeting,
      documentId: row.documentId,
      projectIds: row.document.projects.map(({ projectId }) => projectId),
      discussion: firstTurn !== null && lastTurn !== null ? { firstTurn, lastTurn } : null,
      replacedBy: row.replacedBy,
      reopenedBy: reopenedBy && seen.has(reopenedBy.documentId) ? reopenedBy : null,
      confidence: row.confidence,
      evidence: evidenceOf(row),
      isConfirmed: row.confirmedAt !== null,
      isCorrected: row.isCorrected,
      isRemoved: row.removedBy !== null,
      decidedAt: row.decidedAt,
    };
  });
}
