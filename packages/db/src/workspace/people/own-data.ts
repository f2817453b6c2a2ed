import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** One table of what is kept of a person in a workspace: a row for each thing, by the names of its fields. */
export type OwnTable = { name: string; rows: Record<string, unknown>[] };

/** The things that only this person looked after, when they go. */
export type LeftBehind = {
  /** Documents that only they and the owners and admins see. */
  documents: number;
  /** The visible projects that nobody else leads. */
  projects: { id: string; name: string }[];
};

/** Reads what a workspace keeps of one person. */
export function ownDataRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen = { workspaceId, access: { hasSome: [...principals] } };

  return {
    /** Lists everything that is of this person, oldest first. Titles are left out where the person no longer sees the document. */
    list: async (userId: string): Promise<OwnTable[]> => {
      const own = { workspaceId, userId };
      const byTime = { orderBy: { createdAt: "asc" as const } };
      return [
        table(
          "documents-uploaded",
          await tx.document.findMany({
            where: { ...seen, uploadedById: userId },
            ...byTime,
            select: { id: true, title: true, fileName: true, createdAt: true, trashedAt: true },
          }),
        ),
        table(
          "comments",
          await tx.documentComment.findMany({
            where: { workspaceId, authorId: userId },
            ...byTime,
            select: {
              id: true,
              documentId: true,
              text: true,
              mentionedIds: true,
              createdAt: true,
              editedAt: true,
            },
          }),
        ),
        table(
          "labels",
          await tx.label.findMany({
            where: { workspaceId, byId: userId },
            ...byTime,
            select: {
              id: true,
              documentId: true,
              field: true,
              value: true,
              source: true,
              createdAt: true,
              withdrawnAt: true,
            },
          }),
        ),
        table(
          "actions",
          await tx.actionItem.findMany({
            where: {
              workspaceId,
              OR: [
                { createdBy: userId },
                {
                  AND: [
                    { OR: [{ ownerId: userId }, { confirmedBy: userId }] },
                    {
                      OR: [
                        { document: { access: { hasSome: [...principals] } } },
                        { documentId: null, keptFor: { has: userId } },
                      ],
                    },
                  ],
                },
              ],
            },
            ...byTime,
            select: {
              id: true,
              documentId: true,
              text: true,
              state: true,
              dueOn: true,
              ownerId: true,
              createdBy: true,
              confirmedBy: true,
              createdAt: true,
              doneAt: true,
            },
          }),
        ),
        table(
          "meeting-wishes",
          await tx.meetingWishes.findMany({
            where: own,
            select: { briefMinutes: true, isBriefedEvening: true, isReminded: true, zone: true },
          }),
        ),
        table("conversations", await conversations(userId)),
        table(
          "views",
          await tx.view.findMany({
            where: { workspaceId, ownerId: userId },
            ...byTime,
            select: {
              id: true,
              name: true,
              query: true,
              place: true,
              sort: true,
              columns: true,
              isShared: true,
              createdAt: true,
            },
          }),
        ),
        table(
          "notices",
          await tx.notice.findMany({
            where: own,
            ...byTime,
            select: {
              id: true,
              kind: true,
              documentId: true,
              commentId: true,
              projectId: true,
              byId: true,
              day: true,
              createdAt: true,
              readAt: true,
              mailedAt: true,
            },
          }),
        ),
        table(
          "notice-settings",
          await tx.noticeSettings.findMany({
            where: own,
            select: {
              channels: true,
              isMailed: true,
              quietFrom: true,
              quietTo: true,
              digestHour: true,
            },
          }),
        ),
        table(
          "searches",
          await tx.searchLogEntry.findMany({
            where: own,
            ...byTime,
            select: {
              id: true,
              kind: true,
              words: true,
              filters: true,
              results: true,
              openedDocumentId: true,
              createdAt: true,
            },
          }),
        ),
        table(
          "documents-opened",
          await tx.documentOpening.findMany({
            where: own,
            orderBy: { openedAt: "asc" },
            select: { documentId: true, openedAt: true },
          }),
        ),
        table(
          "documents-shared",
          await tx.documentShare.findMany({
            where: { workspaceId, OR: [{ userId }, { createdById: userId }] },
            select: {
              documentId: true,
              userId: true,
              groupId: true,
              createdById: true,
              createdAt: true,
            },
          }),
        ),
        table(
          "projects",
          await tx.projectMember.findMany({
            where: own,
            ...byTime,
            select: {
              projectId: true,
              role: true,
              createdAt: true,
              project: { select: { name: true } },
            },
          }),
        ),
        table(
          "api-keys",
          await tx.apiKey.findMany({
            where: own,
            ...byTime,
            select: {
              id: true,
              name: true,
              prefix: true,
              scopes: true,
              createdAt: true,
              expiresAt: true,
              lastUsedAt: true,
              revokedAt: true,
            },
          }),
        ),
        table(
          "audit-rows",
          await tx.auditEntry.findMany({
            where: { workspaceId, actorKind: "user", actorId: userId },
            ...byTime,
            select: {
              id: true,
              operation: true,
              door: true,
              subjects: true,
              input: true,
              ip: true,
              userAgent: true,
              outcome: true,
              errorCode: true,
              reason: true,
              createdAt: true,
            },
          }),
        ),
      ];
    },

    /** Returns what only this person looks after. */
    leftBehind: async (userId: string): Promise<LeftBehind> => {
      const documents = await tx.document.count({
        where: {
          workspaceId,
          trashedAt: null,
          uploadedById: userId,
          AND: [{ access: { has: userId } }, { NOT: { access: { has: "ws" } } }],
          projects: { none: {} },
        },
      });
      const projects = await tx.project.findMany({
        where: {
          workspaceId,
          archivedAt: null,
          AND: [
            { members: { some: { userId, role: "lead" } } },
            { members: { none: { userId: { not: userId }, role: "lead" } } },
          ],
        },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      });
      return { documents, projects };
    },
  };

  /** An answer is left out where the person no longer sees a document that it was made from. */
  async function conversations(userId: string): Promise<Record<string, unknown>[]> {
    const rows = await tx.conversation.findMany({
      where: { workspaceId, ownerId: userId },
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        title: true,
        scope: true,
        sharedAt: true,
        createdAt: true,
        turns: {
          orderBy: { createdAt: "asc" },
          select: {
            question: true,
            text: true,
            state: true,
            documentIds: true,
            otherDocumentIds: true,
            createdAt: true,
          },
        },
      },
    });
    const ids = rows.flatMap(({ turns }) =>
      turns.flatMap((turn) => [...turn.documentIds, ...turn.otherDocumentIds]),
    );
    const documents = await tx.document.findMany({
      where: { ...seen, trashedAt: null, id: { in: [...new Set(ids)] } },
      select: { id: true },
    });
    const visible = new Set(documents.map(({ id }) => id));
    return rows.map(({ turns, ...conversation }) => ({
      ...conversation,
      turns: turns.map(({ documentIds, otherDocumentIds, text, ...turn }) => ({
        ...turn,
        text: [...documentIds, ...otherDocumentIds].every((id) => visible.has(id)) ? text : null,
      })),
    }));
  }
}

function table(name: string, rows: Record<string, unknown>[]): OwnTable {
  return { name, rows };
}
