import { z } from "zod";
import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { count } from "../shapes";
import { todayInput, todayOf } from "./contract/today";

/** Counts what the caller is to do, what of it is overdue, and the drafts that wait to be confirmed. */
export const countActions = query("actions.count-actions", {
  title: "Count actions",
  permission: "document.read",
  input: z.object({ today: todayInput }),
  output: z.object({
    open: count.meta({ description: "Open actions of the caller" }),
    overdue: count.meta({ description: "Those of them whose day is over" }),
    drafts: count.meta({ description: "Drafts that the caller may see" }),
    ownDrafts: count.meta({ description: "Those of them that name the caller" }),
  }),
  doors: ["web"],

  async handle({ actionItems, actor, clock }, { today }) {
    const { id: ownerId } = personOf(actor);
    const open = { ownerId, states: ["open"] };
    const drafts = { states: ["draft"] };
    return {
      open: await actionItems.count(open),
      overdue: await actionItems.count({ ...open, dueBefore: todayOf(today, clock()) }),
      drafts: await actionItems.count(drafts),
      ownDrafts: await actionItems.count({ ...drafts, ownerId }),
    };
  },
});
