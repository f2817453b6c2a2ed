import { z } from "zod";

import { connectionId } from "../ids";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { announceStates } from "./contract/announce-states";

const Trouble = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("throttled"), until: z.date() }),
  z.object({ kind: z.literal("reconnect"), reason: z.string(), message: z.string() }),
  z.object({ kind: z.literal("down"), message: z.string() }),
  z.object({ kind: z.literal("other"), failure: z.string(), message: z.string() }),
  z.object({ kind: z.literal("ok") }),
]);
export type Trouble = z.infer<typeof Trouble>;

/**
 * Notes how a connection does. Being throttled stops all workers until then. A connection that must be connected again stops its
 * sources, and its owner hears of it once.
 */
export const noteTrouble = command("connections.note-trouble", {
  title: "Note how a connection does",
  permission: "source.sync",
  input: z.object({ id: connectionId, trouble: Trouble }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The connection keeps its last failures." },

  async handle(tools, { id, trouble }) {
    const { connections, sources, notices, noticeSettings, clock } = tools;
    const found = await connections.find(id, null);
    if (!found || found.state === "revoked") return;
    const now = clock();
    const error = (kind: string, message: string) =>
      connections.addError(id, { at: now.toISOString(), kind, message: message.slice(0, 500) });

    if (trouble.kind === "throttled") return connections.block(id, trouble.until);
    if (trouble.kind === "other") return error(trouble.failure, trouble.message);
    if (trouble.kind === "down") {
      await error("provider-down", trouble.message);
      if (found.state === "ok" || found.state === "limited")
        await connections.change(id, { state: "down" });
      return;
    }
    if (trouble.kind === "ok") {
      const isBlocked = found.blockedUntil !== null && found.blockedUntil > now;
      const isLimited = found.stateReason === "partial-consent";
      const state = isLimited ? "limited" : "ok";
      const goesOn = found.state === "throttled" || found.state === "down";
      await connections.change(id, {
        lastOkAt: now,
        ...(goesOn && !isBlocked && { state, blockedUntil: null }),
      });
      return;
    }
    if (found.state === "reconnect") return;
    await error("reconnect-needed", trouble.message);
    await connections.change(id, { state: "reconnect", stateReason: trouble.reason });
    const state = "stopped";
    const stopped = { state, stateReason: "reconnect" };
    const ids = await sources.changeOf(id, ["live", "listing"], stopped);
    announceStates(
      tools,
      ids.map((each) => ({ id: each, state })),
    );
    await tell({ notices, noticeSettings }, [
      {
        userId: found.ownerId,
        kind: "connection",
        connectionId: id,
        key: `connection:${id}:${found.tokensVersion}`,
        createdAt: now,
      },
    ]);
  },
});
