import { z } from "zod";

import { command } from "../operation/command";
import { Group, groupName } from "./contract";
import { mustBeFree } from "./must-be-free";

export const createGroup = command("groups.create-group", {
  title: "Create a group",
  permission: "group.manage",
  input: z.object({ name: groupName }),
  output: Group,
  doors: ["web"],

  async handle(tools, { name }) {
    await mustBeFree(tools, name);
    return tools.groups.create(name);
  },
});
