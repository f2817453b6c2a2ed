import type { ActionFilter } from "@besunny/db/meetings/action-items";
import { z } from "zod";
import { personOf } from "../access/person-of";
import { meetingId, projectId } from "../ids";
import { actionStates } from "../meetings/contract/action";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { ListedAction, listedActions } from "./contract/listed-action";
import { dayAfter, todayInput, todayOf } from "./contract/today";

const DAYS_OF_A_WEEK = 7;

/** Lists actions of meetings that the caller may see, and those that people wrote for them. What is overdue comes first. */
export const listActions = query("actions.list-actions", {
  title: "List actions",
  permission: "document.read",
  input: z.object({
    scope: z
      .enum(["mine", "others", "all"])
      .default("all")
      .meta({ description: "`mine`: the caller is the owner. `others`: somebody else is." }),
    states: z
      .array(z.enum(actionStates))
      .min(1)
      .max(actionStates.length)
      .default(["draft", "open"]),
    projectId: projectId.optional(),
    meetingId: meetingId.optional(),
    words: z.string().trim().min(1).max(200).optional(),
    due: z
      .enum(["overdue", "week", "none"])
      .optional()
      .meta({ description: "`week`: today and the six days after it. `none`: no day was named." }),
    today: todayInput,
    ...paging,
  }),
  output: pageOf(ListedAction),
  doors: ["web", "rest"],

  async handle(tools, { scope, due, today, cursor, limit, ...rest }) {
    const { actionItems, actor, clock } = tools;
    const filter: ActionFilter = {
      ...rest,
      ...(scope === "mine" && { ownerId: personOf(actor).id }),
      ...(scope === "others" && { notOwnerId: personOf(actor).id }),
      ...rangeOf(due, todayOf(today, clock())),
    };
    const page = await actionItems.list(filter, { cursor, limit });
    return { ...page, items: await listedActions(tools, page.items) };
  },
});

function rangeOf(due: "overdue" | "week" | "none" | undefined, today: Date) {
  if (due === "overdue") return { dueBefore: today };
  if (due === "week") return { dueFrom: today, dueBefore: dayAfter(today, DAYS_OF_A_WEEK) };
  return due === "none" ? { hasNoDay: true } : {};
}
