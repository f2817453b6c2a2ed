import { afterTime, encodeCursor } from "@besunny/db/cursor";
import { z } from "zod";
import { query } from "../../operation/query";
import { count, idIn, instant } from "../../shapes";
import { daysOf, rulesWith, Tried } from "../contract/retention";
import { checkDraft } from "./check-draft";
import { countGoing } from "./count-going";

const AT_ONCE = 50;
const LIST = "retained";

/**
 * The effect of a rule. `overruled` says which other rules decide on documents that fit it. `items` are its documents, the first to go first. Titles of documents that
 * the caller does not see are null.
 */
export const RetentionPreview = z.object({
  decided: count,
  held: count,
  due: count,
  overruled: z.array(z.object({ ruleId: idIn("ret"), name: z.string(), documents: count })),
  items: z.array(
    z.object({
      id: idIn("doc").nullable(),
      title: z.string().nullable(),
      trashAt: instant,
      eraseAt: instant,
      isHeld: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Says which documents a rule would move to the trash, when, and which stay because a hold keeps them. It changes nothing. */
export const previewRule = query("privacy.preview-rule", {
  title: "See what a rule of retention would do",
  permission: "privacy.manage",
  input: Tried.extend({ cursor: z.string().max(500).nullish() }),
  output: RetentionPreview,
  doors: ["web"],

  async handle(tools, { cursor, ...tried }) {
    const { retentionRules, retained, clock } = tools;
    await checkDraft(tools, tried);
    const now = clock();
    const saved = await retentionRules.list();
    const { rules, ruleId } = rulesWith(saved, tried);
    const { decided, held, due } = await countGoing(tools, tried, now);
    const overruled = await retained.countOverruled(rules, ruleId, now);
    const page = { ruleId, now, after: afterTime(cursor, LIST), limit: AT_ONCE + 1 };
    const found = await retained.list(rules, page);
    const shown = found.slice(0, AT_ONCE);
    const last = found.length > AT_ONCE ? shown.at(-1) : undefined;
    return {
      decided,
      held,
      due,
      overruled: overruled.map(({ documents, ruleId: id }) => ({
        ruleId: id,
        name: saved.find((rule) => rule.id === id)?.name ?? id,
        documents,
      })),
      items: shown.map((each) => ({
        id: each.isSeen ? each.id : null,
        title: each.isSeen ? each.title : null,
        ...daysOf(each.due, { now, trashDays: tried.trashDays }),
        isHeld: each.isHeld,
      })),
      nextCursor: last ? encodeCursor(LIST, [last.due.toISOString(), last.id]) : null,
    };
  },
});
