import { listLookedAt } from "../../looks/list-looked-at";
import { platformFlow } from "../../operation/platform";
import { idIn } from "../../shapes";

/** Lists documents of a workspace during an open look. The row of it is in the log of the workspace too. */
export const lookInto = platformFlow("platform.look-into", {
  title: "List documents of a workspace during a look",
  permission: "people.manage",
  input: listLookedAt.input.extend({ workspaceId: idIn("ws") }),
  output: listLookedAt.output,
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId, ...asked }) =>
    listLookedAt(inWorkspace(workspaceId), asked),
});
