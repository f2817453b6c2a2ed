import { z } from "zod";

import { connectionId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { Sealed } from "./contract/tokens";

/** Keeps refreshed tokens, and returns the right to refresh. */
export const keepTokens = command("connections.keep-tokens", {
  title: "Keep refreshed tokens",
  permission: "source.sync",
  input: z.object({ id: connectionId, sealed: Sealed, expiresAt: z.date().nullable() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It happens every hour, and changes nothing that people gave." },

  async handle({ connections, clock }, { id, ...tokens }) {
    await connections.lock(id);
    await connections.writeTokens(id, tokens);
    await connections.change(id, { lastOkAt: clock() });
  },
});
