import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofWorkspace, reason } from "./contract";
import { noteIn } from "./note-in";

/** Suspends a workspace: nobody comes in, by session or by key, until it is resumed. Its documents stay, and work under way ends as usual. */
export const suspendWorkspace = platformCommand("platform.suspend-workspace", {
  title: "Suspend a workspace",
  permission: "people.manage",
  input: ofWorkspace.extend({ reason }),
  output: nothing,
  doors: ["admin"],
  stepUp: true,

  async handle(tools, { id }) {
    const { workspaces, changed, clock } = tools;
    if (!(await workspaces.find(id))) notFound("Workspace", id);
    if (!(await workspaces.setSuspended(id, clock())))
      conflict("The workspace is suspended already");
    const change = { subject: id, before: { isSuspended: false }, after: { isSuspended: true } };
    changed(change);
    await noteIn(tools, id, { operation: "platform.suspend-workspace", change });
  },
});
