import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** Takes in what providers send. Its role sees no name, no item and no token. */
export function incomingHookRepository(tx: IdentityTx) {
  return {
    find: (tokenHash: string) =>
      tx.hookEndpoint.findFirst({
        where: { tokenHash },
        select: { workspaceId: true, kind: true, ref: true, secretHash: true, isPaused: true },
      }),

    /** Records a delivery. Returns false if the same one came before. */
    record: async (given: {
      workspaceId: string;
      tokenHash: string;
      remoteId: string;
      at: Date;
      outcome: string;
    }): Promise<boolean> => {
      const { at, ...rest } = given;
      const { count } = await tx.hookDelivery.createMany({
        data: [{ id: newId("hkd"), ...rest, receivedAt: at }],
        skipDuplicates: true,
      });
      return count > 0;
    },

    /** Lets the channel of a source be opened again now. */
    renew: async (workspaceId: string, sourceId: string, now: Date): Promise<void> => {
      await tx.sourceWatch.updateMany({
        where: { workspaceId, sourceId, renewAt: { gt: now } },
        data: { renewAt: now },
      });
    },

    /** Lets all sources of these accounts of a provider be looked at now. An account is named by its id there, or by its address. */
    raiseAccounts: async (
      provider: string,
      accounts: readonly string[],
      now: Date,
    ): Promise<number> =>
      tx.$executeRaw`
        update sources set due_at = ${now}::timestamptz
         where removed_at is null and due_at > ${now}::timestamptz and connection_id in (
           select id from connections where provider = ${provider} and not is_practice
              and (account_subject = any(${[...accounts]}::text[]) or lower(account_address) = any(${[...accounts]}::text[])))`,

    /** Lets a source be looked at now. */
    raise: async (workspaceId: string, sourceId: string, now: Date): Promise<void> => {
      await tx.source.updateMany({
        where: { workspaceId, id: sourceId, dueAt: { gt: now } },
        data: { dueAt: now },
      });
    },
  };
}
