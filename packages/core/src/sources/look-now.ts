import { z } from "zod";

import { conflict } from "../errors";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { lookSoon } from "./contract/look-soon";
import { mustManageSource } from "./contract/must-manage";

/** Lets a source be looked at now. Throws `CONFLICT` for one that is paused, has stopped or asks. */
export const lookNow = command("sources.look-now", {
  title: "Look at a source now",
  permission: "source.manage",
  input: z.object({ id: sourceId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const found = await mustManageSource(tools, id);
    if (found.state !== "live" && found.state !== "listing")
      conflict("This source does not go on by itself", "Resume it, or answer its question.");
    await lookSoon(tools, found);
    tools.changed({ subject: id, before: { dueAt: found.dueAt }, after: { dueAt: tools.clock() } });
  },
});
