import { z } from "zod";

import { connectionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Returns the right to refresh after a refresh that failed, so that the next one may try. */
export const giveRefreshBack = command("connections.give-refresh-back", {
  title: "Give the right to refresh tokens back",
  permission: "source.sync",
  input: z.object({ id: connectionId, version: z.number().int() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Nothing was refreshed." },

  async handle({ connections }, { id, version }) {
    await connections.lock(id);
    const tokens = await connections.readTokens(id);
    if (tokens?.version === version) await connections.change(id, { refreshingUntil: null });
  },
});
