import { z } from "zod";

import { connectionId } from "../ids";
import { command } from "../operation/command";

/** Workers that die lose the right to refresh after this time. A refresh is one short request. */
const LEASE_MS = 60_000;

/** Takes the right to refresh the tokens of a connection. One worker has it at a time; the others wait, and read what it kept. */
export const takeRefresh = command("connections.take-refresh", {
  title: "Take the right to refresh tokens",
  permission: "source.sync",
  input: z.object({ id: connectionId, version: z.number().int() }),
  output: z.object({ isTaken: z.boolean(), isOutdated: z.boolean() }),
  doors: [],
  audit: { notAudited: "Keeping the new tokens is the record." },

  async handle({ connections, clock }, { id, version }) {
    await connections.lock(id);
    const tokens = await connections.readTokens(id);
    if (!tokens || tokens.version !== version) return { isTaken: false, isOutdated: true };
    const now = clock();
    const until = new Date(now.getTime() + LEASE_MS);
    return { isTaken: await connections.takeRefresh(id, { now, until }), isOutdated: false };
  },
});
