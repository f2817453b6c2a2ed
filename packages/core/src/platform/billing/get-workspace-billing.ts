import { z } from "zod";

import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { count, instant } from "../../shapes";
import { meterOf, meters } from "../../usage/contract/meters";
import { standings } from "../../usage/contract/standings";
import { ofWorkspace } from "../people/contract";

/** Returns the plan, the payments and the own limits of a workspace. */
export const getWorkspaceBilling = platformQuery("platform.get-workspace-billing", {
  title: "Show the plan of a workspace",
  permission: "platform.read",
  input: ofWorkspace,
  output: z.object({
    planId: z.string().nullable(),
    standing: z.enum(standings),
    since: instant.nullable(),
    trialEndsAt: instant.nullable(),
    /** True if a provider takes the money: then its word decides about plan and standing. */
    isCharged: z.boolean(),
    limits: z.array(
      z.object({ meter: z.enum(meters), soft: count.nullable(), hard: count.nullable() }),
    ),
  }),
  doors: ["admin"],

  async handle({ db }, { id }) {
    if (!(await db.platform.workspaces.find(id))) notFound("Workspace", id);
    const { account, limits } = await db.platform.plans.accountOf(id);
    return {
      planId: account?.planId ?? null,
      standing: z.enum(standings).parse(account?.state ?? "active"),
      since: account?.since ?? null,
      trialEndsAt: account?.trialEndsAt ?? null,
      isCharged: Boolean(account?.subscriptionId),
      limits: limits.map((limit) => ({ ...limit, meter: meterOf(limit.meter) })),
    };
  },
});
