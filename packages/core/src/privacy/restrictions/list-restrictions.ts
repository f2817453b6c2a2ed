import { z } from "zod";
import { query } from "../../operation/query";
import { RestrictionSummary } from "../contract/restriction";

const MOST = 200;

/** Lists restrictions, the newest first, with their documents. */
export const listRestrictions = query("privacy.list-restrictions", {
  title: "List restrictions",
  permission: "privacy.manage",
  input: z.object({}),
  output: z.object({ items: z.array(RestrictionSummary) }),
  doors: ["web"],

  async handle({ restrictions }) {
    const items = [];
    for (const { documents: total, subject: _, ...each } of await restrictions.list(MOST))
      items.push({ ...each, total, documents: await restrictions.listDocuments(each.id, MOST) });
    return { items };
  },
});
