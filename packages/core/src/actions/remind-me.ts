import { z } from "zod";
import { personOf } from "../access/person-of";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { day, nothing } from "../shapes";
import { atDay, dayAfter } from "./contract/today";

/** Adds one notice of the caller's actions that are overdue or due on a day. Asked again for the day, it adds nothing. */
export const remindMe = command("actions.remind-me", {
  title: "Remind a person of their actions",
  permission: "notice.read",
  input: z.object({ day }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It changes only the notices of its caller." },

  async handle(tools, { day: today }) {
    const { actionItems, actor, clock } = tools;
    const { id: userId } = personOf(actor);
    const due = { ownerId: userId, states: ["open"], dueBefore: dayAfter(atDay(today), 1) };
    const count = await actionItems.count(due);
    await actionItems.markReminded(userId, atDay(today));
    if (count > 0)
      await tell(tools, [
        { userId, createdAt: clock(), kind: "action", day: today, count, key: `action:${today}` },
      ]);
  },
});
