import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofWorkspace } from "./contract";
import { noteIn } from "./note-in";

/** Lets the people and keys of a suspended workspace in again. */
export const resumeWorkspace = platformCommand("platform.resume-workspace", {
  title: "Resume a workspace",
  permission: "people.manage",
  input: ofWorkspace,
  output: nothing,
  doors: ["admin"],

  async handle(tools, { id }) {
    const { workspaces, changed } = tools;
    if (!(await workspaces.find(id))) notFound("Workspace", id);
    if (!(await workspaces.setSuspended(id, null))) conflict("The workspace is not suspended");
    const change = { subject: id, before: { isSuspended: true }, after: { isSuspended: false } };
    changed(change);
    await noteIn(tools, id, { operation: "platform.resume-workspace", change });
  },
});
