import { z } from "zod";

import { sourceErasing } from "../events";
import { connectionId } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { mustBeTheirs, mustFindConnection } from "./contract/must-find";

/** Ends a connection: its tokens are gone at once and its sources are removed. A job erases what came from them, where that was asked. */
export const endConnection = command("connections.end-connection", {
  title: "End a connection",
  permission: "source.manage",
  input: z.object({ id: connectionId, keeps: z.boolean() }),
  output: ofIds,
  doors: [],

  async handle({ connections, sources, actor, workspaceId, clock, changed, emit }, { id, keeps }) {
    const found = await mustFindConnection({ connections, actor }, id);
    mustBeTheirs(actor, found);
    const now = clock();
    await connections.lock(id);
    await connections.writeTokens(id, { sealed: null, expiresAt: null });
    await connections.change(id, { state: "revoked", stateReason: "disconnected" });
    const mine = await sources.list(null, { connectionId: id });
    for (const source of mine) {
      await sources.change(source.id, { removedAt: now, state: "stopped" });
      emit(sourceErasing.of({ workspaceId, sourceId: source.id, ownerId: found.ownerId, keeps }));
    }
    changed({ subject: id, before: { state: found.state }, after: { state: "revoked" } });
    return { ids: [id, ...mine.map((source) => source.id)] };
  },
});
