import { z } from "zod";
import { askForLook } from "../../looks/ask-for-look";
import { platformFlow } from "../../operation/platform";
import { idIn } from "../../shapes";

/** Asks the owners of a workspace for a look into it. */
export const askToLook = platformFlow("platform.ask-to-look", {
  title: "Ask the owners of a workspace for a look into it",
  permission: "people.manage",
  input: askForLook.input.extend({ workspaceId: idIn("ws") }),
  output: askForLook.output,
  doors: ["admin"],
  stepUp: true,

  handle: ({ inWorkspace }, { workspaceId, ...asked }) =>
    askForLook(inWorkspace(workspaceId), z.object(askForLook.input.shape).parse(asked)),
});
