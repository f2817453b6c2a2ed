import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";

/** Takes a plan off sale, or puts it back. Workspaces that have it keep it. */
export const archivePlan = platformCommand("platform.archive-plan", {
  title: "Take a plan off sale",
  permission: "system.manage",
  input: z.object({ id: z.string().max(60), isArchived: z.boolean() }),
  output: nothing,
  doors: ["admin"],
  stepUp: true,

  async handle({ plans, clock, changed }, { id, isArchived }) {
    const plan = (await plans.find(id)) ?? notFound("Plan", id);
    if (plan.isDefault && isArchived)
      conflict("The default plan stays", "Make another plan the default first.");
    await plans.archive(id, isArchived ? clock() : null);
    changed({
      subject: id,
      before: { isArchived: plan.archivedAt !== null },
      after: { isArchived },
    });
  },
});
