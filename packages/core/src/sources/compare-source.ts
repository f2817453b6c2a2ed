import { z } from "zod";

import { conflict } from "../errors";
import { sourceId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { compareSoon } from "./contract/look-soon";
import { mustManageSource } from "./contract/must-manage";

/** Lets everything at a source be listed again and compared with what is here. Throws `CONFLICT` for one that is paused, has stopped or asks. */
export const compareSource = command("sources.compare-source", {
  title: "Compare a source",
  permission: "source.manage",
  input: z.object({ id: sourceId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const found = await mustManageSource(tools, id);
    if (found.state !== "live" && found.state !== "listing")
      conflict("This source does not go on by itself", "Resume it, or answer its question.");
    await compareSoon(tools, found);
    tools.changed({
      subject: id,
      before: { isCompared: false },
      after: { isCompared: true },
    });
  },
});
