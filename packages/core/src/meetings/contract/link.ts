import type { Repositories } from "@besunny/db/database";
import type { StoredLink } from "@besunny/db/meetings/meeting-links";
import { z } from "zod";
import { confidence, day, idIn } from "../../shapes";
import { OfMeeting } from "./action";
import { MeetingEvidence } from "./evidence";
import { evidenceOfAll } from "./spoken";

/**
 * The reasons for a link, the surest first. `attached` and `linked` are in the invitation. `named` is said in the talk. `shared` came to the same
 * project within a day. `alike` names the same people and firms. `person` is what somebody has linked.
 */
export const linkReasons = ["person", "attached", "linked", "named", "shared", "alike"] as const;
export type LinkReason = (typeof linkReasons)[number];

const link = {
  reason: z.enum(linkReasons),
  confidence,
  evidence: z.array(MeetingEvidence),
  isConfirmed: z.boolean(),
};

/** A document that a meeting was about. Evidence is where the talk names it. */
export const LinkedDocument = z.object({
  document: z.object({
    id: idIn("doc"),
    title: z.string(),
    type: z.string().nullable(),
    format: z.string().nullable(),
    datedOn: day,
  }),
  ...link,
});
export type LinkedDocument = z.infer<typeof LinkedDocument>;

/** A meeting that was about a document. */
export const LinkedMeeting = z.object({ meeting: OfMeeting, ...link });
export type LinkedMeeting = z.infer<typeof LinkedMeeting>;

type Tools = Pick<Repositories, "meetings" | "meetingLinks">;

/** Returns the documents of a meeting that the caller sees, those that a person has confirmed first. */
export async function documentsOf(tools: Tools, meetingId: string): Promise<LinkedDocument[]> {
  const stored = await tools.meetingLinks.ofMeetings([meetingId]);
  const evidenceOf = await evidenceOfAll(tools, stored);
  return stored
    .map((row) => ({
      document: {
        ...row.document,
        datedOn: row.document.datedOn.toISOString().slice(0, 10),
      },
      ...saidOf(row),
      evidence: evidenceOf(row),
    }))
    .sort((a, b) => Number(b.isConfirmed) - Number(a.isConfirmed));
}

/** Returns the meetings that were about a document, of those that the caller sees. */
export async function meetingsAbout(
  tools: Tools,
  documentId: string,
  limit: number,
): Promise<LinkedMeeting[]> {
  const stored = await tools.meetingLinks.ofDocument(documentId, limit);
  const evidenceOf = await evidenceOfAll(tools, stored);
  return stored.map((row) => ({
    meeting: row.meeting,
    ...saidOf(row),
    evidence: evidenceOf(row),
  }));
}

function saidOf({
  reason,
  confidence: sure,
  confirmedBy,
}: Pick<StoredLink, "reason" | "confidence" | "confirmedBy">) {
  return {
    reason: linkReasons.find((each) => each === reason) ?? "alike",
    confidence: sure,
    isConfirmed: confirmedBy !== null,
  };
}
