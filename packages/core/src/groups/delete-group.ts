import { announceChange } from "../documents/contract/announce-change";
import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofGroup } from "./contract";

/** Deletes a group. Its people lose at once what was shared with it. */
export const deleteGroup = command("groups.delete-group", {
  title: "Delete a group",
  permission: "group.manage",
  input: ofGroup,
  output: nothing,
  doors: ["web"],

  async handle(tools, { id }) {
    const { groups, documentShares, filing, changed } = tools;
    const group = (await groups.find(id)) ?? notFound("Group", id);
    const documentIds = await documentShares.removeAll({ groupId: id });
    announceChange(tools, [await filing.writeAccess({ documentIds })]);
    await groups.remove(id);
    changed({ subject: id, before: { name: group.name }, after: { name: null } });
  },
});
