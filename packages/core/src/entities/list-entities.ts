import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { count, pageOf } from "../shapes";
import { Entity, NamedEntityKind, ofNamedKind } from "./contract/entity";

/** Lists the people, organisations and places in documents that the caller may see, those of most documents first. */
export const listEntities = query("entities.list-entities", {
  title: "List people, organisations and places",
  permission: "document.read",
  input: z.object({
    q: z.string().trim().max(200).optional(),
    kind: NamedEntityKind.optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(Entity).extend({
    /** The number of entities of each kind that fit the words, whichever kind is listed. */
    counts: z.array(z.object({ kind: NamedEntityKind, count })),
  }),
  doors: ["web", "rest"],

  async handle({ entities }, { q, kind, limit, cursor }) {
    const filter = { q: q || undefined };
    const page = { limit, cursor: cursor ?? undefined };
    const counts = await entities.countByKind(filter);
    const { items, nextCursor } = await entities.list({ ...filter, kind }, page);
    return { items: items.map(ofNamedKind), nextCursor, counts: counts.map(ofNamedKind) };
  },
});
