import { z } from "zod";

import { personOf } from "../../access/person-of";
import { query } from "../../operation/query";
import { count, pageOf, paging } from "../../shapes";
import { Approval, toldApprovals } from "../contract/approval";

/** Lists the questions that the caller is asked, oldest first: those that wait, or those that were answered. */
export const listApprovals = query("automations.list-approvals", {
  title: "List questions of automations",
  permission: "approval.decide",
  input: z.object({ state: z.enum(["open", "decided"]).default("open"), ...paging }),
  output: pageOf(Approval).extend({ open: count }),
  doors: ["web", "rest"],

  async handle(tools, { state, cursor, limit }) {
    const { approvals, actor, clock } = tools;
    const { id: userId } = personOf(actor);
    const page = await approvals.list(userId, { isOpen: state === "open" }, { cursor, limit });
    return {
      ...page,
      items: await toldApprovals(tools, page.items, { userId, now: clock() }),
      open: await approvals.countOpen(userId),
    };
  },
});
