import { z } from "zod";

import { email } from "../../identity/contract";
import { platformCommand } from "../../operation/platform";
import { idIn } from "../../shapes";
import { OneTimeLink } from "./contract";
import { inviteTo } from "./invite-to";

/** Makes a workspace. Its owner is the person of the address; without an account they get a link to come in as its owner. */
export const createWorkspace = platformCommand("platform.create-workspace", {
  title: "Make a workspace",
  permission: "people.manage",
  input: z.object({
    name: z.string().trim().min(1, "Name the workspace").max(120),
    ownerEmail: email,
  }),
  output: z.object({ id: idIn("ws"), invitation: OneTimeLink.nullable() }),
  doors: ["admin"],
  stepUp: true,

  async handle(tools, { name, ownerEmail }) {
    const { workspaces, people, changed } = tools;
    const id = await workspaces.create(name);
    changed({ subject: id, before: {}, after: { name, ownerEmail } });
    const owner = await people.findByEmail(ownerEmail);
    if (!owner) {
      const { url, expiresAt } = await inviteTo(tools, id, { email: ownerEmail, role: "owner" });
      return { id, invitation: { url, expiresAt } };
    }
    await workspaces.addMember(id, owner.id, "owner");
    return { id, invitation: null };
  },
});
