import { z } from "zod";

import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { region } from "../contract/residency";

/** Sets the region that the workspace keeps to, or none. It holds from the next call of a model on. */
export const changeRegion = command("redaction.change-region", {
  title: "Change the region of the workspace",
  permission: "workspace.update",
  input: z.object({ region: region.nullable() }),
  output: nothing,
  doors: ["web"],

  async handle({ residency, workspaceId, changed }, { region: after }) {
    const before = await residency.region();
    if (before === after) return;
    await residency.setRegion(after);
    changed({ subject: workspaceId, before: { region: before }, after: { region: after } });
  },
});
