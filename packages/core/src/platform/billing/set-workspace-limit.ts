import { z } from "zod";

import { invalidInput, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { amount, meterInput } from "../../usage/contract/usage";
import { ofWorkspace } from "../people/contract";
import { noteIn } from "../people/note-in";

/** Puts limits of one workspace in place of those of its plan, or takes them away. They hold at once. Nothing stored is touched. */
export const setWorkspaceLimit = platformCommand("platform.set-workspace-limit", {
  title: "Set a limit of a workspace",
  permission: "people.manage",
  input: ofWorkspace.extend({
    meter: meterInput,
    /** Null: the limits of the plan hold again. */
    limit: z.object({ soft: amount.nullable(), hard: amount.nullable() }).nullable(),
  }),
  output: nothing,
  doors: ["admin"],
  stepUp: true,

  async handle(tools, { id, meter, limit }) {
    const { workspaces, plans, clock, changed } = tools;
    if (!(await workspaces.find(id))) notFound("Workspace", id);
    if (limit?.soft != null && limit.hard !== null && limit.soft > limit.hard)
      invalidInput("The soft limit is above the hard one");
    const { limits } = await plans.accountOf(id);
    const before = limits.find((each) => each.meter === meter);
    await plans.setLimit(id, meter, limit, clock());
    const change = {
      subject: id,
      before: { [meter]: before?.hard ?? null },
      after: { [meter]: limit?.hard ?? null },
    };
    changed(change);
    await noteIn(tools, id, { operation: "platform.set-workspace-limit", change });
  },
});
