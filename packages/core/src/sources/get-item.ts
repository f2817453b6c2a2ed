import { z } from "zod";

import { notFound } from "../errors";
import { sourceId } from "../ids";
import { query } from "../operation/query";
import { instant } from "../shapes";
import { mustFindSource } from "./contract/must-find";
import { SourceItemView } from "./contract/source";
import { itemViewOf } from "./contract/view-of";

/** Returns one item of a source: where it is, why it is in its state, and what became of it. Throws `NOT_FOUND`. */
export const getItem = query("sources.get-item", {
  title: "Get an item of a source",
  permission: "source.read",
  input: z.object({ id: sourceId, itemId: z.string().min(1).max(2000) }),
  output: SourceItemView.extend({
    /** The folders above it, from the outside in. Empty for who does not see names. */
    path: z.array(z.string()),
    seenAt: instant,
    changedAt: instant,
    /** True: what is here is what was last seen at the source. */
    isFetchedAsItIs: z.boolean(),
  }),
  doors: ["web", "rest"],

  async handle({ sources, sourceOrigins, actor }, { id, itemId }) {
    const { connection } = await mustFindSource({ sources, actor }, id);
    const item = (await sourceOrigins.findItem(id, itemId)) ?? notFound("Item", itemId);
    const seesNames = actor.kind === "user" && connection.ownerId === actor.id;
    const { seenAt, changedAt, isFetchedAsItIs, ...shown } = item;
    return {
      ...itemViewOf(shown, { seesNames }),
      path: seesNames ? await sourceOrigins.foldersAbove(id, itemId) : [],
      seenAt,
      changedAt,
      isFetchedAsItIs,
    };
  },
});
