import type { StoredDecision } from "@besunny/db/meetings/decisions";
import { z } from "zod";
import { documentId } from "../../ids";
import { storedEvidence } from "../../meetings/contract/evidence";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

/** The most decisions of a project that are compared; the latest. */
const MOST_COMPARED = 500;

/** A decision with its day, its words and their place. */
export type Compared = {
  id: string;
  documentId: string;
  text: string;
  quote: string;
  span: [number, number];
  at: Date;
};

export type ToCompare = {
  /** The key of its text, where it is no transcript; null where its decisions speak for it. */
  modelKey: string | null;
  /** The day of the document; null where it has none, so that nothing is known to be later. */
  at: Date | null;
  /** Decisions of its projects, its own among them. */
  decisions: Compared[];
};

/** Returns the decisions that a document or meeting may contradict, or be contradicted by: those of its projects that hold. */
export const findToCompare = query("decisions.find-to-compare", {
  title: "Find decisions to compare with a document",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<ToCompare | null>(),
  doors: [],

  async handle({ documents, meetings, decisions }, { documentId: id }) {
    const document = await documents.find(id);
    if (!document?.modelKey || document.trashedAt || document.filedIn.length === 0) return null;
    const meeting = await meetings.findOf(id);
    const found = new Map<string, Compared>();
    for (const project of document.filedIn) {
      const { items } = await decisions.list(
        { projectId: project.id, states: ["stands"] },
        { limit: MOST_COMPARED },
      );
      for (const row of items) {
        const compared = comparedOf(row);
        if (compared) found.set(row.id, compared);
      }
    }
    return {
      modelKey: meeting ? null : document.modelKey,
      at: meeting ? meeting.beganAt : document.datedOn,
      decisions: [...found.values()],
    };
  },
});

/** A decision whose day is not known cannot be compared. */
function comparedOf({ id, documentId: of, text, evidence, decidedAt }: StoredDecision) {
  const [proof] = storedEvidence(evidence);
  if (!decidedAt || !proof) return null;
  return { id, documentId: of, text, quote: proof.quote, span: proof.span, at: decidedAt };
}
