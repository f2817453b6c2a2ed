import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { standings } from "../../usage/contract/standings";
import { ofWorkspace } from "../people/contract";
import { noteIn } from "../people/note-in";

/**
 * Sets the plan of a workspace, and says how its payments stand. It holds at once. Throws `CONFLICT` where a provider takes the money, because its word
 * decides.
 */
export const assignPlan = platformCommand("platform.assign-plan", {
  title: "Give a workspace a plan",
  permission: "people.manage",
  input: ofWorkspace.extend({
    /** Null: the default plan. */
    planId: z.string().max(60).nullable(),
    standing: z.enum(standings).default("active"),
    trialEndsAt: z.coerce.date().nullable().default(null),
  }),
  output: nothing,
  doors: ["admin"],
  stepUp: true,

  async handle(tools, { id, planId, standing, trialEndsAt }) {
    const { workspaces, plans, clock, changed } = tools;
    if (!(await workspaces.find(id))) notFound("Workspace", id);
    const plan = planId ? ((await plans.find(planId)) ?? notFound("Plan", planId)) : null;
    if (plan?.archivedAt) conflict("This plan is off sale", "Put it back on sale first.");
    const { account } = await plans.accountOf(id);
    if (account?.subscriptionId)
      conflict("A provider takes the money of this workspace", "Change the plan at the provider.");
    await plans.assign(id, { planId, state: standing, trialEndsAt, at: clock() });
    const change = {
      subject: id,
      before: { planId: account?.planId ?? null, standing: account?.state ?? "active" },
      after: { planId, standing },
    };
    changed(change);
    await noteIn(tools, id, { operation: "platform.assign-plan", change });
  },
});
