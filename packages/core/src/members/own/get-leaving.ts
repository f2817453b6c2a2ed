import { z } from "zod";

import { query } from "../../operation/query";
import { Leaving, ownPersonId } from "./contract";

/** Says what the caller would leave behind in the workspace, and whether they are its only owner. */
export const getLeaving = query("members.get-leaving", {
  title: "See what you would leave behind",
  permission: "workspace.read",
  input: z.object({}),
  output: Leaving,
  doors: ["web"],

  async handle({ ownData, members, workspaces, actor }) {
    const userId = ownPersonId(actor);
    const { id, name } = await workspaces.current();
    const owners = (await members.list()).filter(({ role }) => role === "owner");
    const isOnlyOwner = owners.length === 1 && owners[0]?.userId === userId;
    return { workspace: { id, name }, ...(await ownData.leftBehind(userId)), isOnlyOwner };
  },
});
