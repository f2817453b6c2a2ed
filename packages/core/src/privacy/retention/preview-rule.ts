import { z } from "zod";
import { cursorInput } from "../../cursor-input";
import { query } from "../../operation/query";
import { count, idIn, instant } from "../../shapes";
import { daysOf, rulesWith, Tried } from "../contract/retention";
import { checkDraft } from "./check-draft";
import { countGoing } from "./count-going";

const AT_ONCE = 50;

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
  input: Tried.extend({ cursor: cursorInput }),
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
    const page = await retained.list(rules, { ruleId, now, cursor, limit: AT_ONCE });
    return {
      decided,
      held,
      due,
      overruled: overruled.map(({ documents, ruleId: id }) => ({
        ruleId: id,
        name: saved.find((rule) => rule.id === id)?.name ?? id,
        documents,
      })),
      items: page.items.map((each) => ({
        id: each.isSeen ? each.id : null,
        title: each.isSeen ? each.title : null,
        ...daysOf(each.due, { now, trashDays: tried.trashDays }),
        isHeld: each.isHeld,
      })),
      nextCursor: page.nextCursor,
    };
  },
});
