import { z } from "zod";

import { connectionId } from "../ids";
import { flow } from "../operation/flow";
import { accountOf } from "./contract/account-of";
import { closeWatches } from "./contract/close-watches";
import { endConnection } from "./end-connection";
import { findConnection } from "./find-connection";
import { listWatches } from "./list-watches";

/**
 * Disconnects an account. `keeps` says whether what came from it stays. The right is taken back at the provider where that is possible. Where it is not,
 * or where it failed, `isRevoked` is false and the person does it there.
 */
export const disconnect = flow("connections.disconnect", {
  title: "Disconnect an account",
  permission: "source.manage",
  input: z.object({ id: connectionId, keeps: z.boolean() }),
  output: z.object({ isRevoked: z.boolean() }),
  doors: ["web"],
  uses: ["sources"],
  audit: { notAudited: "Ending the connection records it." },

  async handle({ caller, sources, log }, { id, keeps }) {
    const connection = await findConnection(caller, { id });
    const { provider, isPractice } = connection;
    const [kind] = sources.providers().find((each) => each.provider === provider)?.kinds ?? [];
    const { watches } = await listWatches(caller, { id });
    await closeWatches({ caller, sources, log }, connection, watches);
    let isRevoked = false;
    try {
      const adapter = kind && (await sources.of(kind, { isPractice }));
      if (adapter?.revoke) {
        await adapter.revoke(accountOf(caller, connection));
        isRevoked = true;
      }
    } catch {
      log.warn({ connectionId: id }, "the right could not be taken back at the provider");
    }
    await endConnection(caller, { id, keeps });
    return { isRevoked };
  },
});
