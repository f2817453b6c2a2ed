import { z } from "zod";

import { announceStates } from "../connections/contract/announce-states";
import { conflict } from "../errors";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { lookSoon } from "./contract/look-soon";
import { mustManageSource } from "./contract/must-manage";

/** Lets a source go on from where it was. Throws `CONFLICT` while its account has to be connected again. */
export const resumeSource = command("sources.resume-source", {
  title: "Resume a source",
  permission: "source.manage",
  input: z.object({ id: sourceId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const { sources, clock, changed } = tools;
    const found = await mustManageSource(tools, id);
    const { state, connection } = found;
    if (connection.state === "reconnect" || connection.state === "revoked")
      conflict("This account has to be connected again first");
    if (state !== "paused" && state !== "stopped") return;
    const from = ["paused", "stopped"];
    announceStates(tools, await sources.resume({ id }, { from, now: clock() }));
    await lookSoon(tools, { ...found, claimedUntil: null });
    changed({ subject: id, before: { state }, after: { state: "live" } });
  },
});
