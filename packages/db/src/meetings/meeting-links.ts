import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { seenDocument } from "./seen-document";

const withDocument = {
  document: { select: { id: true, title: true, type: true, format: true, datedOn: true } },
} satisfies Prisma.MeetingDocumentInclude;

const withMeeting = {
  meeting: { select: { id: true, title: true, beganAt: true } },
} satisfies Prisma.MeetingDocumentInclude;

export type StoredLink = Prisma.MeetingDocumentGetPayload<{ include: typeof withDocument }>;
export type StoredLinkToMeeting = Prisma.MeetingDocumentGetPayload<{ include: typeof withMeeting }>;
export type LinkRow = Pick<StoredLink, "meetingId" | "documentId" | "confirmedBy" | "removedBy">;

/** A document that a meeting may have been about. */
export type NewLink = {
  documentId: string;
  reason: string;
  confidence: number;
  evidence: Prisma.InputJsonValue;
};

/** Reads and writes the documents of meetings. A link is shown to who sees both its ends, and not if a person has removed it. */
export function meetingLinkRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen = seenDocument({ principals });
  const shown: Prisma.MeetingDocumentWhereInput = {
    workspaceId,
    removedBy: null,
    document: seen,
    meeting: { document: seen },
  };

  return {
    /** Lists the documents of meetings, the surest first. */
    ofMeetings: (meetingIds: readonly string[]): Promise<StoredLink[]> =>
      tx.meetingDocument.findMany({
        where: { ...shown, meetingId: { in: [...meetingIds] } },
        orderBy: [{ confidence: "desc" }, { documentId: "asc" }],
        include: withDocument,
      }),

    /** Lists the meetings that were about a document, the latest first. */
    ofDocument: (documentId: string, limit: number): Promise<StoredLinkToMeeting[]> =>
      tx.meetingDocument.findMany({
        where: { ...shown, documentId },
        orderBy: [{ meeting: { beganAt: { sort: "desc", nulls: "last" } } }, { meetingId: "asc" }],
        take: limit,
        include: withMeeting,
      }),

    /** Returns a link, a removed one too; null where there is none. */
    find: (meetingId: string, documentId: string): Promise<LinkRow | null> =>
      tx.meetingDocument.findFirst({
        where: { workspaceId, meetingId, documentId },
        select: { meetingId: true, documentId: true, confirmedBy: true, removedBy: true },
      }),

    /** Writes what a person says of a link, and makes the link if there is none. */
    put: async (
      meetingId: string,
      documentId: string,
      said: { confirmedBy: string | null; removedBy: string | null },
    ): Promise<void> => {
      await tx.meetingDocument.upsert({
        where: { meetingId_documentId: { meetingId, documentId }, workspaceId },
        create: { meetingId, documentId, workspaceId, reason: "person", confidence: 1, ...said },
        update: said,
      });
    },

    /** Replaces what was found by what is found now. What a person has confirmed, made or removed stays as it is. */
    replaceFound: async (meetingId: string, links: readonly NewLink[]): Promise<void> => {
      await tx.meetingDocument.deleteMany({
        where: { workspaceId, meetingId, confirmedBy: null, removedBy: null },
      });
      await tx.meetingDocument.createMany({
        data: links.map((each) => ({ ...each, meetingId, workspaceId })),
        skipDuplicates: true,
      });
    },
  };
}
