import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { groupName, ofGroup } from "./contract";
import { mustBeFree } from "./must-be-free";

export const renameGroup = command("groups.rename-group", {
  title: "Rename a group",
  permission: "group.manage",
  input: ofGroup.extend({ name: groupName }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, name }) {
    const { groups, changed } = tools;
    const group = (await groups.find(id)) ?? notFound("Group", id);
    await mustBeFree(tools, name, { but: id });
    await groups.rename(id, name);
    changed({ subject: id, before: { name: group.name }, after: { name } });
  },
});
