import { z } from "zod";

import { groupId } from "../ids";
import { idIn, instant } from "../shapes";

export const groupName = z.string().trim().min(1, "Give the group a name").max(80);
export const ofGroup = z.object({ id: groupId });

/** People of a workspace under one name, so that a document can be shared with all of them. */
export const Group = z
  .object({
    id: idIn("grp"),
    name: z.string(),
    createdAt: instant,
    members: z.array(z.object({ userId: idIn("usr"), name: z.string() })),
  })
  .meta({ id: "Group" });
