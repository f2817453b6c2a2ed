import type { StoredMeeting, StoredTurn } from "@besunny/db/meetings/meetings";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { type StoredEvidence, storedEvidence } from "../contract/evidence";

export type ToUnderstand = {
  document: Document;
  meeting: StoredMeeting | null;
  turns: StoredTurn[];
  /** The statements that stay, with their present proof. */
  kept: { id: string; kind: "finding" | "action" | "decision"; evidence: StoredEvidence[] }[];
  /** Names of those who may see the transcript. */
  people: { id: string; name: string }[];
  wantsTone: boolean;
};

/** Returns a read document with all that is known of its meeting; null for one that is gone or was not read. */
export const findToUnderstand = query("meetings.find-to-understand", {
  title: "Find a transcript to understand",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<ToUnderstand | null>(),
  doors: [],

  async handle(
    { documents, meetings, actionItems, decisions, members, meetingChoices },
    { documentId: id },
  ) {
    const document = await documents.find(id);
    if (!document?.modelKey || document.trashedAt) return null;
    const meeting = await meetings.findOf(id);
    const readers = await members.listReaders(document.access);
    const found = {
      document,
      meeting,
      people: readers.map(({ userId, name }) => ({ id: userId, name })),
      wantsTone: await meetingChoices.wantsTone(),
    };
    if (!meeting) return { ...found, turns: [], kept: [] };
    const kept = [
      ...(await meetings.findings(meeting.id)).filter(isTouched).map(as("finding")),
      ...(await actionItems.ofMeeting(meeting.id))
        .filter(({ state, isCorrected, sameAs }) => isCorrected || state !== "draft" || sameAs)
        .map(as("action")),
      ...(await decisions.ofMeeting(meeting.id))
        .filter(
          ({ state, isCorrected, confirmedBy, removedBy }) =>
            isCorrected || state !== "stands" || confirmedBy || removedBy,
        )
        .map(as("decision")),
    ];
    return { ...found, turns: await meetings.turns(meeting.id), kept };
  },
});

const isTouched = (each: { correctedBy: string | null; removedBy: string | null }) =>
  each.correctedBy !== null || each.removedBy !== null;

function as(kind: ToUnderstand["kept"][number]["kind"]) {
  return ({ id, evidence }: { id: string; evidence: unknown }) => ({
    id,
    kind,
    evidence: storedEvidence(evidence),
  });
}
