import { z } from "zod";

import { viewId } from "../ids";
import { command } from "../operation/command";
import { findOwnView } from "./show-view";

/** Removes a view of the caller's own, for everybody who uses it. No document changes. */
export const removeView = command("views.remove-view", {
  title: "Remove a view",
  permission: "view.manage",
  input: z.object({ id: viewId }),
  output: z.object({ id: z.string() }),
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { place, isShared } = await findOwnView(tools, id);
    await tools.views.remove(id);
    tools.changed({ subject: id, before: { place, isShared }, after: {} });
    return { id };
  },
});
