import { newId } from "../ids";
import type { NewEvent } from "../workspace/outbox";
import type { PlatformTx } from "./platform-tx";

/** Writes events without a workspace: a platform admin's requests to background functions. */
export function platformEventRepository(tx: PlatformTx) {
  return {
    /** Writes the event and wakes the relay when the transaction commits. */
    add: async ({ name, data }: NewEvent): Promise<void> => {
      await tx.outboxEvent.createMany({
        data: [{ id: newId("evt"), workspaceId: null, name, data }],
      });
      await tx.$executeRaw`select pg_notify('besunny_outbox', '')`;
    },
  };
}
