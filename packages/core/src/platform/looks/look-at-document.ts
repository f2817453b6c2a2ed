import { openLookedAt } from "../../looks/open-looked-at";
import { platformFlow } from "../../operation/platform";
import { idIn } from "../../shapes";

/** Opens a document of a workspace during an open look. The row of it is in the log of the workspace too. */
export const lookAtDocument = platformFlow("platform.look-at-document", {
  title: "Open a document of a workspace during a look",
  permission: "people.manage",
  input: openLookedAt.input.extend({ workspaceId: idIn("ws") }),
  output: openLookedAt.output,
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId, id }) => openLookedAt(inWorkspace(workspaceId), { id }),
});
