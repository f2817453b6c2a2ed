import { z } from "zod";

import { sourceErasing } from "../events";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustManageSource } from "./contract/must-manage";

/** Removes a source. `keeps` says whether its documents stay; if not, a job moves them to the trash. */
export const removeSource = command("sources.remove-source", {
  title: "Remove a source",
  permission: "source.manage",
  input: z.object({ id: sourceId, keeps: z.boolean() }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, keeps }) {
    const { sources, clock, workspaceId, emit, changed } = tools;
    const { connection, state } = await mustManageSource(tools, id);
    await sources.change(id, { removedAt: clock(), state: "stopped", claimedUntil: null });
    emit(sourceErasing.of({ workspaceId, sourceId: id, ownerId: connection.ownerId, keeps }));
    changed({ subject: id, before: { state }, after: { state: "removed" } });
  },
});
