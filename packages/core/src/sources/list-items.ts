import { itemStates } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { sourceId } from "../ids";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { mustFindSource } from "./contract/must-find";
import { SourceItemView } from "./contract/source";
import { itemViewOf } from "./contract/view-of";

/** Lists the items of a source by state and reason, the newest first. Throws `NOT_FOUND`. */
export const listItems = query("sources.list-items", {
  title: "List the items of a source",
  permission: "source.read",
  input: z.object({
    id: sourceId,
    state: z.enum(itemStates).optional(),
    reason: z.string().max(60).optional(),
    name: z.string().trim().max(200).optional(),
    ...paging,
  }),
  output: pageOf(SourceItemView),
  doors: ["web", "rest"],

  async handle({ sources, sourceItems, actor }, { id, cursor, limit, name, ...filter }) {
    const { connection } = await mustFindSource({ sources, actor }, id);
    const seesNames = actor.kind === "user" && connection.ownerId === actor.id;
    const chosen = { ...filter, ...(seesNames && name && { name }) };
    const page = await sourceItems.list(id, chosen, { limit, cursor });
    return { ...page, items: page.items.map((item) => itemViewOf(item, { seesNames })) };
  },
});
