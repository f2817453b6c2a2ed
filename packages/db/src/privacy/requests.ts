import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  kind: true,
  state: true,
  subject: true,
  subjectHash: true,
  userId: true,
  choices: true,
  rest: true,
  askedAt: true,
  dueAt: true,
  extendedReason: true,
  createdById: true,
  confirmedById: true,
  confirmedAt: true,
  endedAt: true,
  outcome: true,
  receiptId: true,
} as const satisfies Prisma.PrivacyRequestSelect;

export type StoredRequest = Prisma.PrivacyRequestGetPayload<{ select: typeof columns }>;

/** Keeps requests on privacy. */
export function privacyRequestRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    create: (
      request: Pick<StoredRequest, "kind" | "subjectHash" | "userId" | "askedAt" | "dueAt"> & {
        subject: Prisma.InputJsonObject;
        createdById: string;
      },
    ): Promise<StoredRequest> =>
      tx.privacyRequest.create({
        data: { id: newId("prq"), workspaceId, ...request },
        select: columns,
      }),

    find: (id: string): Promise<StoredRequest | null> =>
      tx.privacyRequest.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Lists requests, the newest first. */
    list: (limit: number): Promise<StoredRequest[]> =>
      tx.privacyRequest.findMany({
        where: { workspaceId },
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    change: async (
      id: string,
      changes: Partial<
        Omit<StoredRequest, "id" | "subject" | "choices" | "rest"> & {
          subject: Prisma.InputJsonObject;
          choices: Prisma.InputJsonObject;
          rest: Prisma.InputJsonObject;
        }
      >,
    ): Promise<void> => {
      await tx.privacyRequest.updateMany({ where: { workspaceId, id }, data: changes });
    },
  };
}
