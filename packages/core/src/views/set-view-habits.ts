import { z } from "zod";

import { viewId } from "../ids";
import { command } from "../operation/command";
import { View } from "./contract/view";
import { findView, showView } from "./show-view";

/**
 * Pins a view to the caller's sidebar, or alerts the caller of documents that become ready and fulfil it. `isSeen` says that the caller has
 * looked at what was new.
 */
export const setViewHabits = command("views.set-view-habits", {
  title: "Pin a view or be alerted by it",
  permission: "view.manage",
  input: z.object({
    id: viewId,
    isPinned: z.boolean().optional(),
    isAlerting: z.boolean().optional(),
    isSeen: z.literal(true).optional(),
  }),
  output: View,
  doors: ["web", "rest"],
  audit: { notAudited: "It changes only how its caller sees a view." },

  async handle(tools, { id, isPinned, isAlerting, isSeen }) {
    const { views, clock } = tools;
    const { view, reader } = await findView(tools, id);
    const { habits } = view;
    const begins = isAlerting === true && !habits?.isAlerting;
    await views.putHabits(id, reader.id, {
      isPinned: isPinned ?? habits?.isPinned ?? false,
      isAlerting: isAlerting ?? habits?.isAlerting ?? false,
      seenAt: isSeen || begins ? clock() : (habits?.seenAt ?? clock()),
    });
    return showView(tools, id);
  },
});
