import { z } from "zod";

import { query } from "../operation/query";
import { Group } from "./contract";

export const listGroups = query("groups.list-groups", {
  title: "List the groups",
  permission: "member.read",
  input: z.object({}),
  output: z.array(Group),
  doors: ["web"],

  handle: ({ groups }) => groups.list(),
});
