import { z } from "zod";

import { notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { decisionOf, ofFlag, subjectOf } from "./contract";

/** Turns a flag on or off for one workspace, whatever holds for the others; `isOn` null takes the decision away. Throws `NOT_FOUND`. */
export const decideForWorkspace = platformCommand("platform.decide-for-workspace", {
  title: "Decide about a feature for a workspace",
  permission: "flag.manage",
  input: ofFlag.extend({ workspaceId: z.string().max(60), isOn: z.boolean().nullable() }),
  output: nothing,
  doors: ["admin"],

  async handle({ flags, workspaces, clock, changed }, { key, workspaceId, isOn }) {
    if (!(await workspaces.find(workspaceId))) notFound("Workspace", workspaceId);
    const stored = await flags.list();
    const found = stored.find((each) => each.key === key);
    const before = found?.workspaces.find((each) => each.workspaceId === workspaceId)?.isOn ?? null;
    if (!found) await flags.save({ key, ...decisionOf(key, stored), changedAt: clock() });
    await flags.saveFor(key, workspaceId, isOn);
    changed({
      subject: subjectOf(key),
      before: { [workspaceId]: before },
      after: { [workspaceId]: isOn },
    });
  },
});
