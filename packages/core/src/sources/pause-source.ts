import { z } from "zod";

import { announceStates } from "../connections/contract/announce-states";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustManageSource } from "./contract/must-manage";

/** Pauses a source: nothing is looked at or fetched until it is resumed. What is here stays. */
export const pauseSource = command("sources.pause-source", {
  title: "Pause a source",
  permission: "source.manage",
  input: z.object({ id: sourceId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const { state } = await mustManageSource(tools, id);
    if (state === "paused" || state === "asking") return;
    await tools.sources.change(id, { state: "paused", stateReason: null, claimedUntil: null });
    announceStates(tools, [{ id, state: "paused" }]);
    tools.changed({ subject: id, before: { state }, after: { state: "paused" } });
  },
});
